import { type Code, code, from, literal } from '@joinery/kit';
import type { FieldType } from '../fields/field-type.ts';
import { kebab } from '../fields/names.ts';
import type { Places } from './places.ts';

const SAMPLES = {
  text: "'text'",
  integer: '1',
  number: '1.5',
  boolean: 'true',
  time: "'2030-01-01T00:00:00.000Z'",
};

/** Something of a type, for a test. */
export function sampleOf(type: FieldType, places: Places): Code {
  const identifier = code`${from('identifier', '#source/domain/kernel/identifier')}`;
  switch (type.kind) {
    case 'list':
      return code`[${sampleOf(type.of, places)}]`;
    case 'scalar':
      return code`${SAMPLES[type.scalar]}`;
    case 'enum':
      return literal(type.values[0] ?? '');
    case 'reference':
      return code`${identifier}<'${type.name}'>('some-id')`;
    default: {
      const parts = places.partsOf(type).map((part) => code`${part.name}: ${sampleOf(part.type, places)}`);
      const made = from(type.name, places.moduleOf(type));
      return type.kind === 'entity'
        ? code`new ${made}(${identifier}('some-${kebab(type.name)}'), { ${parts} })`
        : code`${made}.of({ ${parts} })`;
    }
  }
}
