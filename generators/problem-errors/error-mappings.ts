import { type Code, type Contributed, code, from, join } from '@joinery/kit';

/** Render `errors/error-mappings.ts`: what the errors of the service's features mean. */
export function errorMappingsFile(mappings: readonly Contributed<'http.errors.mappings'>[]): Code {
  const lines = mappings.map(({ error, status, retryAfterSeconds }) => {
    const retry = retryAfterSeconds === undefined ? '' : `, retryAfterSeconds: ${retryAfterSeconds}`;
    return code`  { error: ${error}, status: ${status}${retry} },\n`;
  });
  return code`/** What each error means to whoever asked. Those of your own belong into \`own-mappings.ts\`. */
export const errorMappings: readonly ${from('ErrorMapping', '#host/errors/error-mapping', 'type')}[] = [
  ...${from('ownMappings', '#host/errors/own-mappings')},
${join(lines, '')}];
`;
}
