import type { Finding } from './objective.ts';
import type { Data } from './record.ts';

/** A key that nobody reads is a promise that nobody keeps. */
export function unknownKeys(
  data: Data,
  known: readonly string[],
  place: string,
): readonly Finding[] {
  const join = place.includes('#') ? '.' : '#';
  return Object.keys(data)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      place: `${place}${join}${key}`,
      text: `\`${key}\` is no key here; there are ${known.join(', ')}`,
    }));
}
