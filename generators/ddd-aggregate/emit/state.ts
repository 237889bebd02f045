import { code, type Statement, sourceFile } from '@joinery/kit';
import { camel, kebab, withArticle } from '../fields/names.ts';
import type { Aggregate } from '../model.ts';
import { blocks, lines } from './lines.ts';
import type { Types } from './types.ts';

/** Write `<name>.state.ts`: what is known of an aggregate, in the domain's types and as JSON. */
export function stateFile({ name, folder, fields }: Aggregate, types: Types): Statement {
  const some = withArticle(name);
  const content = blocks([
    code`/** What is known of ${some}. */
export interface ${name}State {
${lines(fields.map((field) => code`  readonly ${field.name}: ${types.domain(field)};`))}
}`,
    code`/** The same, as it survives JSON. */
export interface ${name}Data {
${lines(fields.map((field) => code`  readonly ${field.name}: ${types.data(field)};`))}
}`,
    code`export function ${camel(name)}Data(state: ${name}State): ${name}Data {
  return {
${lines(fields.map((field) => code`    ${field.name}: ${types.toData(field, `state.${field.name}`)},`))}
  };
}`,
    code`export function ${camel(name)}State(data: ${name}Data): ${name}State {
  return {
${lines(fields.map((field) => code`    ${field.name}: ${types.fromData(field, `data.${field.name}`)},`))}
  };
}`,
  ]);
  return sourceFile(`${folder}/${kebab(name)}.state.ts`, content);
}
