import type { Period } from './objective.ts';

/** Read `30d` or `4w`. */
export function readPeriod(value: unknown): Period | undefined {
  const match = /^([1-9]\d{0,3})([dw])$/.exec(String(value));
  if (match === null) return undefined;
  const days = Number(match[1]) * (match[2] === 'w' ? 7 : 1);
  return { text: `${days}d`, hours: days * 24 };
}
