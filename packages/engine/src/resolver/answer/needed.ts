import type { Range } from '@joinery/kit';
import { answers } from '../universe/answers.ts';
import { byPreference } from '../universe/prefer-provider.ts';
import type { UniverseIndex } from '../universe/universe-index.ts';
import type { Wish } from '../universe/wish.ts';
import { answering, chosenEntry, type Selection } from './selection.ts';

/** Why a feature is in: who first needed it, and as what. No `by`: the user. */
export interface Need {
  readonly by?: string;
  readonly name: string;
  readonly range: Range | undefined;
}

/**
 * Keep of a selection what the request needs, and say for what. The search may have picked a provider
 * before it met a feature that provides the same; such a provider is left out again.
 */
export function needed(index: UniverseIndex, wish: Wish, chosen: Selection): ReadonlyMap<string, Need> {
  const kept = new Map<string, Need>();
  const queue: Need[] = [...wish.features].map(([name, range]) => ({ name, range }));
  // Choices wait until everything that follows by force is known.
  const choices: Need[] = [];
  const postponed = new Set<Need>();
  for (let need = queue.shift(); need !== undefined; need = queue.shift() ?? choices.shift()) {
    const candidates = candidatesFor(index, chosen, need);
    if (candidates.some((feature) => kept.has(feature))) continue;
    if (candidates.length > 1 && !postponed.has(need)) {
      choices.push(need);
      postponed.add(need);
    } else {
      const feature = preferred(index, wish, need, candidates);
      kept.set(feature, need);
      queue.push(...needsOf(index, chosen, feature));
    }
    if (queue.length === 0 && choices.length > 0) queue.push(...choices.splice(0, 1));
  }
  return kept;
}

function candidatesFor(
  index: UniverseIndex,
  chosen: Selection,
  { by, name, range }: Need,
): readonly string[] {
  if (by === undefined && index.entries.has(name)) return [name];
  const found = answering(index, chosen, name, range ?? '*');
  return by !== undefined && found.includes(by) ? [by] : found;
}

function preferred(index: UniverseIndex, wish: Wish, need: Need, candidates: readonly string[]): string {
  const [only, ...others] = candidates;
  if (only === undefined) throw new Error(`nothing that was chosen answers to ${need.name}`);
  if (others.length === 0) return only;
  const ranked = byPreference({ index, wish }, need.name, answers(index, need.name, need.range ?? '*'));
  return ranked.find(({ feature }) => candidates.includes(feature))?.feature ?? only;
}

function needsOf(index: UniverseIndex, chosen: Selection, by: string): readonly Need[] {
  const requires = Object.entries(chosenEntry(index, chosen, by)?.requires ?? {});
  return requires.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, range]) => ({ by, name, range }));
}
