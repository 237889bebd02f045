import type { EditOutcome, HostEdit, Problem, Tree, Wiring } from '@joinery/engine';
import type { Profile } from '@joinery/kit';
import { ADAPTERS } from '../frameworks/adapters.ts';
import { isProblem } from '../frameworks/place.ts';
import { refuse } from '../frameworks/refusals.ts';
import { limitOf } from '../syntax/line-limit.ts';
import { loadMorph } from '../syntax/morph.ts';
import { openSources } from '../syntax/sources.ts';
import { addWanted } from './add-wanted.ts';
import { overlay } from './overlay.ts';
import { keyOf, sortEdits, targetOf, wantedOf } from './records.ts';
import { removeUnwanted } from './remove-unwanted.ts';

/**
 * Bring the host's sources from the edits of `before` to those that the wirings ask for:
 * first what is no longer wanted is taken back, then what is missing is added.
 */
export function wire(
  tree: Tree,
  profile: Profile,
  wirings: readonly Wiring[],
  before: readonly HostEdit[],
): EditOutcome {
  const wanted = wirings.map((each) => wantedOf(each, profile));
  const keys = new Set(wanted.map(keyOf));
  const unwanted = before.filter((each) => !keys.has(keyOf(targetOf(each))));
  if (wanted.length === 0 && unwanted.length === 0) return { kind: 'edited', files: [], edits: [] };
  loadMorph();
  const limit = limitOf(profile.prettier);
  const style = { ...profile.style, ...(limit && { limit }) };
  const removed = removeUnwanted(openSources(tree), unwanted, style);
  if (isProblem(removed)) return refused(removed);
  const cleaned = overlay(tree, removed);
  if (wanted.length === 0) return { kind: 'edited', files: changed(tree, removed), edits: [] };
  const { entry, framework } = profile;
  const adapter = framework && ADAPTERS[framework.value.name];
  if (entry === undefined || adapter === undefined) return refused(unknownHost(profile));
  const context = { sources: openSources(cleaned), profile, entry: entry.value, style };
  const standing = before.filter((each) => !unwanted.includes(each));
  const added = addWanted(context, adapter.places, wanted, standing);
  if (isProblem(added)) return refused(added);
  const texts = new Map([...removed, ...added.texts]);
  return { kind: 'edited', files: changed(tree, texts), edits: sortEdits(added.edits) };
}

function refused(problem: Problem): EditOutcome {
  return { kind: 'refused', problem };
}

function changed(tree: Tree, texts: ReadonlyMap<string, string>) {
  return [...texts]
    .filter(([path, text]) => tree.read(path) !== text)
    .map(([path, text]) => ({ path, text }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function unknownHost(profile: Profile): Problem {
  if (profile.entry === undefined) {
    return refuse({
      id: 'entry-not-found',
      found: 'The source file that the start command runs was not found, so the service cannot be wired.',
      todo: 'Name it as `profile.entry` in joinery.json.',
    });
  }
  return refuse({
    id: 'framework-not-supported',
    found: `The sources of a ${profile.framework?.value.name ?? 'service without a known framework'} can't be edited yet.`,
    todo: 'Name the framework as `profile.framework` in joinery.json if it is another one.',
    places: [profile.entry.value],
  });
}
