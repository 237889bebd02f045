import type { HostEdit, Problem } from '@joinery/engine';
import { applySplices } from '../edits/splice.ts';
import { verify } from '../edits/verify.ts';
import { placesOf, refuse } from '../frameworks/refusals.ts';
import type { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import type { Sources } from '../syntax/sources.ts';
import type { EditStyle } from '../syntax/style.ts';
import { refuseUneditable } from './editable.ts';
import { takeBack } from './take-back.ts';

/** The texts of the files from which edits have been taken back. */
export function removeUnwanted(
  sources: Sources,
  unwanted: readonly HostEdit[],
  style: EditStyle,
): ReadonlyMap<string, string> | Problem {
  const texts = new Map<string, string>();
  for (const path of new Set(unwanted.map((each) => each.file))) {
    const source = sources.open(path);
    if (source === undefined) continue;
    const own = unwanted.filter((each) => each.file === path);
    const { splices, stuck } = takeBack(source, own, { aliases: sources.aliases, style });
    if (stuck.length > 0) return refuseStuck(source, stuck);
    if (splices.length === 0) continue;
    const problem = refuseUneditable(source) ?? verify(source, splices, sources.parse);
    if (problem !== undefined) return problem;
    texts.set(path, source.bom + applySplices(source.text, splices));
  }
  return texts;
}

function refuseStuck(source: Source, stuck: readonly Node[]): Problem {
  const [first] = stuck;
  return refuse({
    id: 'edit-in-use',
    found: `\`${source.path}\` has come to use \`${first?.getText()}\` in a way that can't be taken back by itself.`,
    todo: 'Take these uses out, then run the command again.',
    places: placesOf(stuck.map((node) => ({ source, node }))),
  });
}
