import type { ConsoleUses, Tree } from '@joinery/engine';
import { consoleUses } from '../edits/log-calls/console-uses.ts';
import { loadMorph } from '../syntax/morph.ts';
import { placeOf } from '../syntax/source.ts';
import { openSources } from '../syntax/sources.ts';
import { refuseUneditable } from '../wire/editable.ts';
import { levelsFrom } from './files.ts';

const TEST = /\.(?:test|spec)\.[cm]?[jt]sx?$|(?:^|\/)__(?:tests|mocks)__\//;

/**
 * Find what `console` is used for in the code that an entry reaches: not in tests, nor in programs of their own, nor in what
 * is generated, the platform folder included.
 */
export function findConsole(tree: Tree, entry: string | undefined, platformFolder: string): ConsoleUses {
  const files: string[] = [];
  const others: string[] = [];
  if (entry === undefined) return { files, others };
  loadMorph();
  const sources = openSources(tree);
  for (const path of [...levelsFrom(sources, entry)].flat()) {
    const text = sources.text(path) ?? '';
    const isProgram = path !== entry && /^\uFEFF?#!/.test(text);
    if (!text.includes('console') || isProgram || TEST.test(path) || path.startsWith(`${platformFolder}/`))
      continue;
    const source = sources.open(path);
    if (source === undefined || refuseUneditable(source) !== undefined) continue;
    const uses = consoleUses(source);
    if (uses.calls.size > 0) files.push(path);
    others.push(...uses.others.map((each) => placeOf(source, each.getStart())));
  }
  return { files, others };
}
