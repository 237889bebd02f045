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
