import type { FeatureRow } from '../state/feature-row.ts';

/** What a person wrote: features to tick or to take the tick from, and words that are neither. */
export interface Choice {
  readonly toggled: readonly string[];
  readonly unknown: readonly string[];
}

/** Read numbers of a list and names, separated by spaces or commas: `2 5 health`. */
export function readChoice(text: string, rows: readonly FeatureRow[]): Choice {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const found = words.map((word) => [word, nameOf(word, rows)] as const);
  return {
    toggled: [...new Set(found.flatMap(([, name]) => name ?? []))],
    unknown: found.filter(([, name]) => name === undefined).map(([word]) => word),
  };
}

function nameOf(word: string, rows: readonly FeatureRow[]): string | undefined {
  if (/^\d+$/.test(word)) return rows[Number(word) - 1]?.name;
  return rows.find(({ name }) => name === word.replace(/^@joinery\//, ''))?.name;
}
