/** A mean, and where the true one lies with 95 % confidence. */
export interface Estimate {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** How many times the sample is drawn anew. */
const DRAWS = 5_000;

/** The mean of the middle half. Outside of it are the turns in which another process was in the way. */
export function interquartileMean(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length / 4);
  return mean(sorted.slice(cut, sorted.length - cut));
}

/** Estimate a mean from independent values, by the bootstrap: nothing is assumed of how they are distributed. */
export function estimate(values: readonly number[]): Estimate {
  const random = randomFrom(1);
  const draw = () => values[Math.floor(random() * values.length)] ?? Number.NaN;
  const means = Array.from({ length: DRAWS }, () => mean(values.map(draw))).sort((a, b) => a - b);
  const at = (share: number) => means[Math.floor(share * DRAWS)] ?? Number.NaN;
  return { mean: mean(values), lower: at(0.025), upper: at(0.975) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Always the same numbers, so that the same measurements give the same interval. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
