import type { FeatureRow } from './feature-row.ts';

/** The features that a search leaves: every word must be in the name, title, category or summary. */
export function visibleRows(rows: readonly FeatureRow[], search: string): readonly FeatureRow[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter(({ name, title, category, summary }) => {
    const text = `${name} ${title} ${category} ${summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Where among the hits a person most likely wants to be: at the name that is the search, begins with it, or holds it. */
export function bestHit(hits: readonly FeatureRow[], search: string): number {
  const text = search.toLowerCase();
  const tests = [
    (name: string) => name === text,
    (name: string) => name.startsWith(text),
    (name: string) => name.includes(text),
  ];
  const found = tests.map((test) => hits.findIndex(({ name }) => test(name))).find((index) => index >= 0);
  return found ?? 0;
}
