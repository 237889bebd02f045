import { type Code, code, from, type Statement, sourceFile } from '@joinery/kit';
import { camel, kebab, withArticle } from '../fields/names.ts';
import type { Aggregate, Command } from '../model.ts';
import { blocks, lines } from './lines.ts';
import type { Types } from './types.ts';

const IT = from('it', '#host/test');
// Under their own names: the strict ones of `node:assert` need no default import.
const SAME = from('deepStrictEqual', 'node:assert');
const THROWS = from('throws', 'node:assert');

/** Write the aggregate's test: given what has happened, when something is done, then this happens. */
export function testFile(aggregate: Aggregate, types: Types, suffix: string): Statement {
  const { name, folder, fields, commands } = aggregate;
  const self = camel(name);
  const here = `#source/${folder}/${kebab(name)}`;
  const type = from(name, here);
  const identifier = from('identifier', '#source/domain/kernel/identifier');
  const content = blocks([
    code`const context: ${from('EventContext', '#source/domain/kernel/domain-event', 'type')} = {
  now: () => new Date(0),
  nextId: ${from('uuidV7', '#source/domain/kernel/identifier')}({ now: () => 0, random: (bytes) => new Uint8Array(bytes) }),
};`,
    code`const given = {
${lines(fields.map((field) => code`  ${field.name}: ${types.sample(field)},`))}
} as const;`,
    code`const create = () => ${type}.create(${identifier}('some-${kebab(name)}'), given, context);`,
    code`${from('describe', '#host/test')}('${withArticle(name)}', () => {
  ${IT}('given nothing, when it is created, then it has been created, and is as it was given', () => {
    const ${self} = create();
    ${SAME}(
      ${self}.uncommitted.map((event) => event.type),
      ['${kebab(name)}.created'],
    );
${lines(fields.map((field) => code`    ${SAME}(${self}.${field.name}, given.${field.name});`))}
  });

  ${IT}('given its events as they were stored, then it is the same', () => {
    const before = create();
    const stored: typeof before.uncommitted = JSON.parse(JSON.stringify(before.uncommitted));
    const ${self} = ${name}.fromEvents(before.id, stored);
    ${SAME}(${self}.state, before.state);
    ${SAME}(${self}.originalVersion, 1);
  });

  ${IT}('given its state, then it is the same, and nothing is to be stored', () => {
    const ${self} = ${name}.fromState(identifier('some-${kebab(name)}'), 3, given);
    ${SAME}(${self}.state, given);
    ${SAME}([${self}.version, ${self}.originalVersion], [3, 3]);
    ${SAME}(${self}.uncommitted, []);
  });

  ${IT}('given nothing, then there is nothing to ask it', () => {
    const ${self} = ${name}.fromEvents(identifier('some-${kebab(name)}'), []);
    ${THROWS}(() => ${self}.state, ${from(`${name}NotFound`, `${here}.errors`)});
  });${commands.map((command) => code`\n\n${commandTest(command, aggregate, types)}`).reduce((all, one) => code`${all}${one}`, code``)}
});`,
  ]);
  return sourceFile(`${folder}/${kebab(name)}.${suffix}.ts`, content);
}

function commandTest({ method, raises }: Command, { name }: Aggregate, types: Types): Code {
  const self = camel(name);
  const given = raises.fields.map((field) => code`${field.name}: ${types.sample(field)}`);
  const argument = given.length === 0 ? code`` : code`{ ${given} }, `;
  return code`  ${IT}('given ${withArticle(name)}, when it is told to ${kebab(method).replace(/-/g, ' ')}, then ${raises.type}', () => {
    const ${self} = create();
    ${self}.markCommitted();
    ${self}.${method}(${argument}context);
    ${SAME}(
      ${self}.uncommitted.map((event) => event.type),
      ['${raises.type}'],
    );
  });`;
}
