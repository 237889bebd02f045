import { type Code, code, from, literal } from '@joinery/kit';
import type { Field, FieldType } from '../fields/field-type.ts';
import { kebab, pascal } from '../fields/names.ts';
import type { Model } from '../model.ts';
import { moneyFields } from './money.ts';

/** Writes what depends on the type of a field. */
export interface Types {
  /** In the domain: `Money`. */
  readonly domain: (field: Field) => Code;
  /** As it survives JSON: `MoneyProps`. */
  readonly data: (field: Field) => Code;
  readonly toData: (field: Field, value: string) => Code;
  readonly fromData: (field: Field, value: string) => Code;
  /** Something of that type, for a test. */
  readonly sample: (field: Field) => Code;
  /** The parts of a field that are columns of a table: name, type and how to reach it in the data. */
  readonly columns: (field: Field) => readonly Column[];
}

export interface Column {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'time';
  readonly optional: boolean;
  /** Of a value object. */
  readonly part?: string;
}

const PRIMITIVES = {
  text: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  time: 'string',
};
const SAMPLES = {
  text: "'text'",
  integer: '1',
  number: '1.5',
  boolean: 'true',
  time: "'2030-01-01T00:00:00.000Z'",
};

/** Where a value object lies. */
export function valueModule(name: string): string {
  return `#source/domain/values/${kebab(name)}`;
}

/** How types are written in a folder: the identifiers of another context are not reached for behind its door. */
export function typesOf({ aggregates, valueObjects }: Model, folder: string): Types {
  const partsOf = (name: string) => valueObjects.find((one) => one.name === name)?.fields ?? moneyFields;
  const idOf = (name: string): Code => {
    const there = aggregates.find((one) => one.name === name)?.folder ?? '';
    return contextOf(there) === contextOf(folder)
      ? code`${from(`${name}Id`, `#source/${there}/${kebab(name)}`, 'type')}`
      : code`${from('Identifier', '#source/domain/kernel/identifier', 'type')}<'${name}'>`;
  };
  const nullable = (field: Field, type: Code) => (field.optional ? code`${type} | null` : type);
  const plain = (type: FieldType): Code | undefined => {
    if (type.kind === 'scalar') return code`${PRIMITIVES[type.scalar]}`;
    if (type.kind !== 'enum') return undefined;
    return code`${type.values.map((value) => `'${value}'`).join(' | ')}`;
  };
  const sampleOf = (type: FieldType): Code => {
    if (type.kind === 'scalar') return code`${SAMPLES[type.scalar]}`;
    if (type.kind === 'enum') return literal(type.values[0] ?? '');
    if (type.kind === 'reference')
      return code`${from('identifier', '#source/domain/kernel/identifier')}<'${type.name}'>('some-id')`;
    const parts = partsOf(type.name).map((part) => code`${part.name}: ${sampleOf(part.type)}`);
    return code`${from(type.name, valueModule(type.name))}.of({ ${parts} })`;
  };
  return {
    domain: (field) => {
      const { type } = field;
      if (type.kind === 'reference') return nullable(field, idOf(type.name));
      return nullable(field, plain(type) ?? code`${from(nameOf(type), valueModule(nameOf(type)), 'type')}`);
    },
    data: (field) => {
      const { type } = field;
      if (type.kind === 'reference') return nullable(field, code`string`);
      const props = code`${from(`${nameOf(type)}Props`, valueModule(nameOf(type)), 'type')}`;
      return nullable(field, plain(type) ?? props);
    },
    toData: ({ type, optional }, value) => {
      if (type.kind !== 'value-object') return code`${value}`;
      return optional ? code`${value}?.toJSON() ?? null` : code`${value}.toJSON()`;
    },
    fromData: ({ type, optional }, value) => {
      if (type.kind !== 'value-object' && type.kind !== 'reference') return code`${value}`;
      const made =
        type.kind === 'reference'
          ? code`${from('identifier', '#source/domain/kernel/identifier')}(${value})`
          : code`${from(type.name, valueModule(type.name))}.of(${value})`;
      return optional ? code`${value} === null ? null : ${made}` : made;
    },
    sample: ({ type }) => sampleOf(type),
    columns: ({ name, type, optional }) => {
      if (type.kind === 'scalar') return [{ name, type: type.scalar, optional }];
      if (type.kind !== 'value-object') return [{ name, type: 'text', optional }];
      return partsOf(type.name).map((part) => ({
        name: name + pascal(part.name),
        type: part.type.kind === 'scalar' ? part.type.scalar : 'text',
        optional: optional || part.optional,
        part: part.name,
      }));
    },
  };
}

/** `sales` of `contexts/sales/domain/order`. */
function contextOf(folder: string): string | undefined {
  return /^contexts\/([^/]+)\//.exec(folder)?.[1];
}

function nameOf(type: FieldType): string {
  return 'name' in type ? type.name : '';
}
