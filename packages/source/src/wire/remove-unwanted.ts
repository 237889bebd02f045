import type { HostEdit, Problem } from '@joinery/engine';
import { applySplices } from '../edits/splice.ts';
import { verify } from '../edits/verify.ts';
import type { Sources } from '../syntax/sources.ts';
import { refuseUneditable } from './editable.ts';
import { takeBack } from './take-back.ts';

/** The texts of the files from which edits have been taken back. */
export function removeUnwanted(
  sources: Sources,
  unwanted: readonly HostEdit[],
): ReadonlyMap<string, string> | Problem {
  const texts = new Map<string, string>();
  for (const path of new Set(unwanted.map((each) => each.file))) {
    const source = sources.open(path);
    if (source === undefined) continue;
    const own = unwanted.filter((each) => each.file === path);
    const splices = takeBack(source, own, sources.aliases);
    if (splices.length === 0) continue;
    const problem = refuseUneditable(source) ?? verify(source, splices, sources.parse);
    if (problem !== undefined) return problem;
    texts.set(path, source.bom + applySplices(source.text, splices));
  }
  return texts;
}
