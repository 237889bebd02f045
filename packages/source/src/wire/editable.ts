import type { Problem } from '@joinery/engine';
import { refuse } from '../frameworks/refusals.ts';
import type { Source } from '../syntax/source.ts';

/** Why a file must not be edited, if so. */
export function refuseUneditable(source: Source): Problem | undefined {
  if (source.error !== undefined) {
    return refuse({
      id: 'source-syntax-error',
      found: `\`${source.path}\` does not parse: ${source.error.message}`,
      todo: 'Correct the file and run again.',
      places: [`${source.path}:${source.error.line}`],
    });
  }
  const header = source.text
    .slice(0, 1000)
    .split('\n')
    .findIndex((line) => /^\s*(?:\/\/|\/?\*).*@generated\b/.test(line));
  if (header === -1) return undefined;
  return refuse({
    id: 'source-generated',
    found: `\`${source.path}\` is marked \`@generated\`: what is edited in it is lost when it is made anew.`,
    todo: 'Edit what it is generated from as shown below.',
    places: [`${source.path}:${header + 1}`],
  });
}
