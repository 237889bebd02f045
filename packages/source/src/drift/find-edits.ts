import type { FoundEdit, HostEdit, Tree } from '@joinery/engine';
import { hasPreload } from '../edits/import-preload.ts';
import { levelsFrom } from '../follow/files.ts';
import { loadMorph } from '../syntax/morph.ts';
import { placeOf } from '../syntax/source.ts';
import { openSources, type Sources } from '../syntax/sources.ts';
import { keyOf, targetOf } from '../wire/records.ts';
import { usesOf } from '../wire/uses.ts';

/** Find each recorded edit by what it is bound to, wherever people moved it; `place` is absent when it is gone. */
export function findEdits(
  tree: Tree,
  entry: string | undefined,
  edits: readonly HostEdit[],
): readonly FoundEdit[] {
  loadMorph();
  const sources = openSources(tree);
  const targets = new Map(edits.map((edit) => [keyOf(targetOf(edit)), targetOf(edit)]));
  return [...targets].map(([key, { module, symbol }]) => {
    const own = edits.filter((edit) => keyOf(targetOf(edit)) === key);
    const place = placeIn(sources, filesToSearch(sources, entry, own), module, symbol);
    return {
      file: own[0]?.file ?? '',
      module,
      ...(symbol === undefined ? {} : { symbol }),
      ...(place === undefined ? {} : { place }),
    };
  });
}

/** Where it was, then along the imports of the entry; each file once. */
function* filesToSearch(
  sources: Sources,
  entry: string | undefined,
  own: readonly HostEdit[],
): Generator<string> {
  const seen = new Set<string>();
  for (const { file } of own) if (!seen.has(file) && seen.add(file)) yield file;
  if (entry === undefined) return;
  for (const level of levelsFrom(sources, entry)) {
    for (const path of level) if (!seen.has(path) && seen.add(path)) yield path;
  }
}

function placeIn(
  sources: Sources,
  files: Iterable<string>,
  module: string,
  symbol: string | undefined,
): string | undefined {
  for (const path of files) {
    if (path === module) continue;
    if (symbol !== undefined && !sources.text(path)?.includes(symbol)) continue;
    const source = sources.open(path);
    if (source === undefined) continue;
    if (symbol === undefined) {
      if (hasPreload(source, module, sources.aliases)) return `${path}:1`;
      continue;
    }
    const [use] = usesOf(source, module, symbol, sources.aliases);
    if (use !== undefined) return placeOf(source, use.getStart());
  }
  return undefined;
}
