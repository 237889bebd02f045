import semver from 'semver';
import { sets } from '../solver/version-set.ts';
import type { Encoding } from './encoding.ts';
import { isFirstParty } from './is-first-party.ts';
import { type Answer, tableOf, type UniverseIndex } from './universe-index.ts';

/** Providers in the order they are tried: installed, first-party, newest capability, then by name. */
export function byPreference(
  { index, wish }: Pick<Encoding, 'index' | 'wish'>,
  name: string,
  providers: readonly Answer[],
): readonly Answer[] {
  if (providers.length < 2) return providers;
  const ranked = providers.map((answer) => ({
    answer,
    installed: wish.lock.has(answer.feature),
    firstParty: isFirstParty(answer.feature),
    offers: offered(index, name, answer),
  }));
  ranked.sort(
    (a, b) =>
      Number(b.installed) - Number(a.installed) ||
      Number(b.firstParty) - Number(a.firstParty) ||
      semver.rcompare(a.offers, b.offers) ||
      (a.answer.feature < b.answer.feature ? -1 : 1),
  );
  return ranked.map(({ answer }) => answer);
}

/** The newest version of the capability that any of the provider's answering versions offers. */
export function offered(index: UniverseIndex, name: string, { feature, set }: Answer): string {
  const table = tableOf(index, feature);
  const entry = table?.entries[sets.newest(set)];
  const provided = entry?.provides;
  if (provided !== undefined && Object.hasOwn(provided, name)) return provided[name] ?? '0.0.0';
  return entry?.version ?? '0.0.0';
}
