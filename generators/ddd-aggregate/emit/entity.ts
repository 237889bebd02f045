import { type Code, code, from, type Statement, sourceFile } from '@joinery/kit';
import type { Field } from '../fields/field-type.ts';
import { kebab, withArticle } from '../fields/names.ts';
import type { Aggregate, Entity } from '../model.ts';
import { blocks, lines } from './lines.ts';
import type { Types } from './types.ts';

/** Write `<entity>.ts` beside the aggregate that it is part of. */
export function entityFile(
  { name, fields }: Entity,
  { folder, name: of }: Aggregate,
  types: Types,
): Statement {
  const base = from('Entity', '#source/domain/kernel/entity');
  const identifier = from('identifier', '#source/domain/kernel/identifier');
  const words = kebab(name).replace(/-/g, ' ');
  const content = blocks([
    code`export type ${name}Id = ${from('Identifier', '#source/domain/kernel/identifier', 'type')}<'${name}'>;`,
    code`/** What is known of ${withArticle(name)}. */
export interface ${name}Parts {
${lines(fields.map((field) => code`  readonly ${field.name}: ${types.domain(field)};`))}
}`,
    code`/** The same, and its id, as it survives JSON. */
export interface ${name}Data {
  readonly id: string;
${lines(fields.map((field) => code`  readonly ${field.name}: ${types.data(field)};`))}
}`,
    code`/** Part of ${withArticle(of)}, and changed only through it. */
export class ${name} extends ${base}<${name}Id> {
  readonly parts: ${name}Parts;

  constructor(id: ${name}Id, parts: ${name}Parts) {
    super(id);
    this.parts = parts;
  }

  /** The ${words} that its data tell of. */
  static of(data: ${name}Data): ${name} {
    return new ${name}(${identifier}(data.id), {
${lines(fields.map((field) => code`      ${field.name}: ${read(field, types)},`))}
    });
  }

  /** The same ${words}, with something of it changed. */
  with(changed: Partial<${name}Parts>): ${name} {
    return new ${name}(this.id, { ...this.parts, ...changed });
  }

  toJSON(): ${name}Data {
    return {
      id: this.id,
${lines(fields.map((field) => code`      ${field.name}: ${types.toData(field, `this.parts.${field.name}`)},`))}
    };
  }
}`,
  ]);
  return sourceFile(`${folder}/${kebab(name)}.ts`, content);
}

/** What may be null is also that where it came later than what is stored. */
function read(field: Field, types: Types): Code {
  const value = `data.${field.name}`;
  if (!field.optional) return types.fromData(field, value);
  const made = types.fromData({ ...field, optional: false }, value);
  return isText(field) ? code`${value} ?? null` : code`${value} ? ${made} : null`;
}

function isText({ type }: Field): boolean {
  return type.kind === 'scalar' || type.kind === 'enum';
}
