import { type Code, code, from, type Statement, sourceFile } from '@joinery/kit';
import { kebab, withArticle } from '../fields/names.ts';
import type { Aggregate, DomainEvent } from '../model.ts';
import { blocks, lines } from './lines.ts';
import type { Types } from './types.ts';

const FACT = from('Fact', '#source/domain/kernel/domain-event', 'type');

/** Write `<name>.events.ts`: what can happen to an aggregate. */
export function eventsFile({ name, folder, events }: Aggregate, types: Types): Statement {
  const data = from(`${name}Data`, `#source/${folder}/${kebab(name)}.state`, 'type');
  const all = [`${name}Created`, ...events.map((event) => event.name)];
  const content = blocks([
    code`export type ${name}Created = ${FACT}<'${kebab(name)}.created', ${data}>;`,
    ...events.map((event) => eventType(event, types)),
    code`/** Everything that can happen to ${withArticle(name)}. */
export type ${name}Fact =${all.length === 1 ? code` ${name}Created` : code`\n${lines(all.map((one) => code`  | ${one}`))}`};`,
  ]);
  return sourceFile(`${folder}/${kebab(name)}.events.ts`, content);
}

function eventType({ name, type, fields }: DomainEvent, types: Types): Code {
  if (fields.length === 0) return code`export type ${name} = ${FACT}<'${type}', Record<string, never>>;`;
  return code`export type ${name} = ${FACT}<
  '${type}',
  {
${lines(fields.map((field) => code`    readonly ${field.name}: ${types.data(field)};`))}
  }
>;`;
}

/** Write `<name>.errors.ts`. */
export function errorsFile({ name, folder }: Aggregate): Statement {
  const kernel = '#source/domain/kernel/domain-error';
  const words = kebab(name).replace(/-/g, ' ');
  const content = blocks([
    code`/** There is no such ${words}. */
export class ${name}NotFound extends ${from('NotFoundError', kernel)} {
  constructor() {
    super('${kebab(name)}.not-found', 'There is no such ${words}.');
  }
}`,
    code`/**
 * The present state of ${withArticle(name)} does not allow what was asked.
 *
 * @param rule which one, for programs: \`already-paid\`
 */
export class ${name}Refused extends ${from('ConflictError', kernel)} {
  constructor(rule: string, message: string) {
    super(\`${kebab(name)}.\${rule}\`, message);
  }
}`,
  ]);
  return sourceFile(`${folder}/${kebab(name)}.errors.ts`, content);
}
