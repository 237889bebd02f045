import { type Code, code, from, type Statement, sourceFile } from '@joinery/kit';
import type { Field } from '../fields/field-type.ts';
import { kebab, withArticle } from '../fields/names.ts';
import type { Aggregate, Entity, ValueObject } from '../model.ts';
import { blocks, lines } from './lines.ts';
import { valueModule } from './places.ts';
import type { Types } from './types.ts';

const DESCRIBE = from('describe', '#host/test');
const IT = from('it', '#host/test');
const SAME = from('deepStrictEqual', 'node:assert');
const THROWS = from('throws', 'node:assert');

/** Write the test of a value object: it keeps what is right, and refuses what is not. */
export function valueObjectTest({ name, fields }: ValueObject, types: Types, suffix: string): Statement {
  const type = from(name, valueModule(name));
  const error = from('InvalidError', '#source/domain/kernel/domain-error');
  const broken = fields.flatMap((field) => {
    const value = BROKEN[field.type.kind === 'scalar' ? field.type.scalar : field.type.kind];
    const isRuled = value !== undefined && !(field.optional && value === "' '");
    return isRuled
      ? [code`    ${THROWS}(() => ${type}.of({ ...given, ${field.name}: ${value} }), ${error});`]
      : [];
  });
  const content = blocks([
    given(fields, types),
    code`${DESCRIBE}('${withArticle(name)}', () => {
  ${IT}('is what it consists of', () => {
    const value = ${type}.of(given);
    ${SAME}(value.equals(${type}.of(given)), true);
${lines(fields.map((field) => code`    ${SAME}(value.${field.name}, given.${field.name});`))}
  });${broken.length === 0 ? '' : code`\n\n  ${IT}('is refused when a part of it is not valid', () => {\n${lines(broken)}\n  });`}
});`,
  ]);
  return sourceFile(`domain/values/${kebab(name)}.${suffix}.ts`, content);
}

/** What no value of a type may be. */
const BROKEN: Readonly<Record<string, string>> = {
  text: "' '",
  integer: '0.5',
  number: 'Number.NaN',
  time: "'never'",
  enum: "'none' as never",
};

/** Write the test of an entity: it stays the same thing while it changes. */
export function entityTest(
  { name, fields }: Entity,
  { folder }: Aggregate,
  types: Types,
  suffix: string,
): Statement {
  const module = `#source/${folder}/${kebab(name)}`;
  const identifier = from('identifier', '#source/domain/kernel/identifier');
  const content = blocks([
    given(fields, types),
    code`${DESCRIBE}('${withArticle(name)}', () => {
  ${IT}('stays the same while what is known of it changes', () => {
    const before = new ${from(name, module)}(${identifier}('some-${kebab(name)}'), given);
    const after = before.with(given);
    ${SAME}(after.parts, given);
    ${SAME}(after.equals(before), true);
    ${SAME}(after.equals(new ${name}(identifier('other'), given)), false);
  });

  ${IT}('is the same when it was stored in between', () => {
    const before = new ${name}(identifier('some-${kebab(name)}'), given);
    ${SAME}(${name}.of(JSON.parse(JSON.stringify(before))), before);
  });
});`,
  ]);
  return sourceFile(`${folder}/${kebab(name)}.${suffix}.ts`, content);
}

function given(fields: readonly Field[], types: Types): Code {
  return code`const given = {
${lines(fields.map((field) => code`  ${field.name}: ${types.sample(field)},`))}
} as const;`;
}
