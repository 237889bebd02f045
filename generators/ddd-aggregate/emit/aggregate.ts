import { type Code, code, from, type Statement, sourceFile } from '@joinery/kit';
import type { Field } from '../fields/field-type.ts';
import { camel, kebab, withArticle } from '../fields/names.ts';
import { type Aggregate, type Command, type DomainEvent, schemaVersion } from '../model.ts';
import { blocks, lines } from './lines.ts';
import type { Types } from './types.ts';

const CONTEXT = from('EventContext', '#source/domain/kernel/domain-event', 'type');

/** Write `<name>.ts`: the aggregate itself. */
export function aggregateFile(aggregate: Aggregate, types: Types): Statement {
  const { name, folder, commands } = aggregate;
  const root = from('AggregateRoot', '#source/domain/kernel/aggregate-root');
  const state = from(`${name}State`, moduleOf(aggregate, 'state'), 'type');
  const fact = from(`${name}Fact`, moduleOf(aggregate, 'events'), 'type');
  const content = blocks([
    code`export type ${name}Id = ${from('Identifier', '#source/domain/kernel/identifier', 'type')}<'${name}'>;`,
    code`export class ${name} extends ${root}<${name}Id, ${fact}> {
  #state: ${state} | undefined;

${blocks([...factories(aggregate), stateGetter(aggregate), ...getters(aggregate, types), ...commands.map((command) => method(command, aggregate, types)), when(aggregate, types)])}}`,
  ]);
  return sourceFile(`${folder}/${kebab(name)}.ts`, content);
}

function moduleOf({ folder, name }: Aggregate, part: string): string {
  return `#source/${folder}/${kebab(name)}.${part}`;
}

function factories(aggregate: Aggregate): readonly Code[] {
  const { name, fields } = aggregate;
  const self = camel(name);
  const state = from(`${name}State`, moduleOf(aggregate, 'state'), 'type');
  const fact = from(`${name}Fact`, moduleOf(aggregate, 'events'), 'type');
  const data = from(`${self}Data`, moduleOf(aggregate, 'state'));
  const event = from('DomainEvent', '#source/domain/kernel/domain-event', 'type');
  return [
    code`  /** Let ${withArticle(name)} begin. */
  static create(id: ${name}Id, given: ${state}, context: ${CONTEXT}): ${name} {
    const ${self} = new ${name}(id);
    ${self}.apply(
      { type: '${kebab(name)}.created', schemaVersion: ${schemaVersion(fields)}, data: ${data}(given) },
      context,
    );
    return ${self};
  }`,
    code`  /** The ${words(name)} that its events tell of. */
  static fromEvents(id: ${name}Id, history: Iterable<${event}<${fact}>>): ${name} {
    const ${self} = new ${name}(id);
    ${self}.replay(history);
    return ${self};
  }`,
    code`  /** The ${words(name)} as it was stored. */
  static fromState(id: ${name}Id, version: number, state: ${state}): ${name} {
    const ${self} = new ${name}(id);
    ${self}.#state = state;
    ${self}.restore(version);
    return ${self};
  }`,
  ];
}

function stateGetter(aggregate: Aggregate): Code {
  const missing = from(`${aggregate.name}NotFound`, moduleOf(aggregate, 'errors'));
  const state = from(`${aggregate.name}State`, moduleOf(aggregate, 'state'), 'type');
  return code`  get state(): ${state} {
    if (this.#state === undefined) throw new ${missing}();
    return this.#state;
  }`;
}

function getters({ fields }: Aggregate, types: Types): readonly Code[] {
  return fields.map(
    (field) =>
      code`  get ${field.name}(): ${types.domain(field)} {\n    return this.state.${field.name};\n  }`,
  );
}

function method({ method: name, raises }: Command, aggregate: Aggregate, types: Types): Code {
  const given = raises.fields.map((field) => code`readonly ${field.name}: ${types.domain(field)}`);
  const parameter = given.length === 0 ? code`` : code`given: { ${joined(given)} }, `;
  const data = raises.fields.map(
    (field) => code`${field.name}: ${types.toData(field, `given.${field.name}`)}`,
  );
  return code`  /** Throws ${aggregate.name}NotFound when there is no such ${words(aggregate.name)}. */
  ${name}(${parameter}context: ${CONTEXT}): void {
    // Reads the state: what does not exist cannot be told anything. The rules go here.
    void this.state;
    this.apply(
      { type: '${raises.type}', schemaVersion: ${schemaVersion(raises.fields)}, data: ${data.length === 0 ? '{}' : code`{ ${data} }`} },
      context,
    );
  }`;
}

function joined(parts: readonly Code[]): Code {
  return parts.reduce((before, part, index) => (index === 0 ? part : code`${before}; ${part}`), code``);
}

function when(aggregate: Aggregate, types: Types): Code {
  const { name, events } = aggregate;
  const state = from(`${camel(name)}State`, moduleOf(aggregate, 'state'));
  const created = code`      case '${kebab(name)}.created':
        this.#state = ${state}(fact.data);
        break;`;
  return code`  protected when(fact: ${from(`${name}Fact`, moduleOf(aggregate, 'events'), 'type')}): void {
    switch (fact.type) {
${lines([created, ...events.map((event) => whenEvent(event, aggregate, types))])}
    }
  }`;
}

/** Fields of the same name and type are taken over into the state. */
function whenEvent(event: DomainEvent, aggregate: Aggregate, types: Types): Code {
  const taken = event.fields.filter((field) => aggregate.fields.some((other) => isSame(field, other)));
  const parts = taken.map(
    (field) => code`          ${field.name}: ${types.fromData(field, `fact.data.${field.name}`)},`,
  );
  const change =
    parts.length === 0
      ? code`{ ...this.state }`
      : code`{\n          ...this.state,\n${lines(parts)}\n        }`;
  return code`      case '${event.type}':
        this.#state = ${change};
        break;`;
}

function isSame(a: Field, b: Field): boolean {
  return a.name === b.name && a.optional === b.optional && JSON.stringify(a.type) === JSON.stringify(b.type);
}

function words(name: string): string {
  return kebab(name).replace(/-/g, ' ');
}
