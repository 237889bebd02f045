import { type Code, code, from, type Statement, sourceFile } from '@joinery/kit';
import type { Field } from '../fields/field-type.ts';
import { kebab, withArticle } from '../fields/names.ts';
import type { ValueObject } from '../model.ts';
import { blocks, lines } from './lines.ts';
import type { Types } from './types.ts';

/** Write `domain/values/<name>.ts`. */
export function valueObjectFile({ name, fields }: ValueObject, types: Types): Statement {
  const base = from('ValueObject', '#source/domain/kernel/value-object');
  const getters = fields.map(
    (field) => code`  get ${field.name}(): ${types.data(field)} {\n    return this.props.${field.name};\n  }`,
  );
  const rules = fields.flatMap((field) => rule(field, name));
  const content = blocks([
    code`export interface ${name}Props {
${lines(fields.map((field) => code`  readonly ${field.name}: ${types.data(field)};`))}
}`,
    code`export class ${name} extends ${base}<${name}Props> {
  /** Throws InvalidError. */
  static of(given: ${name}Props): ${name} {
${lines([...rules, code`    return new ${name}(given);`])}
  }

${blocks(getters)}}`,
  ]);
  return sourceFile(`domain/values/${kebab(name)}.ts`, content);
}

function rule(field: Field, of: string): readonly Code[] {
  const value = `given.${field.name}`;
  const broken = brokenWhen(field, value);
  if (broken === undefined) return [];
  const condition = field.optional ? `${value} !== null && ${broken}` : broken;
  const error = from('InvalidError', '#source/domain/kernel/domain-error');
  const message = `The ${kebab(field.name).replace(/-/g, ' ')} of ${withArticle(of)} is not valid.`;
  return [
    code`    if (${condition})\n      throw new ${error}('${kebab(of)}.${kebab(field.name)}', '${message}');`,
  ];
}

function brokenWhen({ type, optional }: Field, value: string): string | undefined {
  if (type.kind === 'enum') {
    const list = type.values.map((one) => `'${one}'`).join(', ');
    return `![${list}].includes(${value})`;
  }
  if (type.kind !== 'scalar') return undefined;
  switch (type.scalar) {
    case 'text':
      return optional ? undefined : `${value}.trim() === ''`;
    case 'integer':
      return `!Number.isSafeInteger(${value})`;
    case 'number':
      return `!Number.isFinite(${value})`;
    case 'time':
      return `Number.isNaN(Date.parse(${value}))`;
    case 'boolean':
      return undefined;
  }
}
