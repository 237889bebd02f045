import { answers } from '../universe/answers.ts';
import type { UniverseIndex } from '../universe/universe-index.ts';
import { chosenEntry, type Selection } from './selection.ts';

/** Say why another feature could not stand where one was chosen. */
export function shortcoming(index: UniverseIndex, chosen: Selection, mine: string, rival: string): string {
  for (const by of chosen.keys()) {
    for (const [name, range] of Object.entries(chosenEntry(index, chosen, by)?.requires ?? {})) {
      const able = answers(index, name, range).map(({ feature }) => feature);
      if (able.includes(mine) && !able.includes(rival))
        return `\`${rival}\` does not provide \`${name} ${range}\`, which \`${by}\` requires`;
    }
  }
  return `\`${rival}\` does not fit here`;
}
