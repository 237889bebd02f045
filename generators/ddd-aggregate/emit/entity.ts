import { code, from, type Statement, sourceFile } from '@joinery/kit';
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
  const content = blocks([
    code`export type ${name}Id = ${from('Identifier', '#source/domain/kernel/identifier', 'type')}<'${name}'>;`,
    code`/** What is known of ${withArticle(name)}. */
export interface ${name}Parts {
${lines(fields.map((field) => code`  readonly ${field.name}: ${types.domain(field)};`))}
}`,
    code`/** Part of ${withArticle(of)}, and changed only through it. */
export class ${name} extends ${base}<${name}Id> {
  readonly parts: ${name}Parts;

  constructor(id: ${name}Id, parts: ${name}Parts) {
    super(id);
    this.parts = parts;
  }

  /** The same ${kebab(name).replace(/-/g, ' ')}, with something of it changed. */
  with(changed: Partial<${name}Parts>): ${name} {
    return new ${name}(this.id, { ...this.parts, ...changed });
  }
}`,
  ]);
  return sourceFile(`${folder}/${kebab(name)}.ts`, content);
}
