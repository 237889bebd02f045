import semver from 'semver';
import { answers } from '../universe/answers.ts';
import { isFirstParty } from '../universe/is-first-party.ts';
import { byPreference, offered } from '../universe/prefer-provider.ts';
import type { Answer, UniverseIndex } from '../universe/universe-index.ts';
import { tableOf } from '../universe/universe-index.ts';
import type { Wish } from '../universe/wish.ts';
import type { Need } from './needed.ts';
import type { Selection } from './selection.ts';
import { shortcoming } from './shortcoming.ts';

/** Say who pulled a feature in, and why it was chosen where others would have done. */
export function because(
  index: UniverseIndex,
  wish: Wish,
  chosen: Selection,
  feature: string,
  need: Need,
): string {
  const wanted = need.range === undefined || need.range === '*' ? need.name : `${need.name} ${need.range}`;
  const who =
    need.by === undefined ? 'You asked for' : `\`${need.by}\` ${versionOf(index, chosen, need.by)} requires`;
  const reason =
    need.by === undefined && index.entries.has(need.name)
      ? undefined
      : preference(index, wish, chosen, feature, need);
  return reason === undefined ? `${who} \`${wanted}\`.` : `${who} \`${wanted}\`; ${reason}.`;
}

function preference(
  index: UniverseIndex,
  wish: Wish,
  chosen: Selection,
  feature: string,
  { name, range }: Need,
): string | undefined {
  const ranked = byPreference({ index, wish }, name, answers(index, name, range ?? '*'));
  const others = ranked.filter((answer) => answer.feature !== feature);
  if (others.length === 0)
    return feature === name ? undefined : `\`${feature}\` is the only feature that provides it`;
  const mine = ranked.find((answer) => answer.feature === feature);
  const first = ranked[0];
  if (mine === undefined || first === undefined) return undefined;
  const over = `\`${feature}\` was chosen over ${others.map((answer) => `\`${answer.feature}\``).join(', ')}`;
  if (first !== mine) return `${over} because ${shortcoming(index, chosen, feature, first.feature)}`;
  return `${over} because ${advantage(index, wish, name, mine, others)}`;
}

/** What set the first of the ranking apart. */
function advantage(
  index: UniverseIndex,
  wish: Wish,
  name: string,
  mine: Answer,
  others: readonly Answer[],
): string {
  const next = others[0] as Answer;
  if (wish.lock.has(mine.feature) && !wish.lock.has(next.feature)) return 'it is installed already';
  if (isFirstParty(mine.feature) && !isFirstParty(next.feature)) return "it is Joinery's own";
  const offer = offered(index, name, mine);
  if (semver.gt(offer, offered(index, name, next))) return `it provides the newest \`${name}\`, ${offer}`;
  return 'nothing else sets them apart and it comes first by name';
}

function versionOf(index: UniverseIndex, chosen: Selection, feature: string): string {
  return tableOf(index, feature)?.versions[chosen.get(feature) ?? -1] ?? '';
}
