import { setTimeout } from 'node:timers/promises';

const RATES: ReadonlyMap<string, number> = new Map([
  ['eur', 1],
  ['usd', 1.08],
  ['sek', 11.2],
]);

/** Ask the bank. It takes its time for kronor. */
export async function fetchRate(currency: string): Promise<number | undefined> {
  await setTimeout(currency === 'sek' ? 600 : 1);
  return RATES.get(currency);
}
