import type { State } from '../state/state.ts';
import { shownFacts } from '../view/facts.ts';
import { featureStatus } from '../view/feature-status.ts';

/** What was found, as lines that stay. */
export function foundText({ survey, warnings }: State): string {
  const facts = shownFacts(survey.host).map(({ label, value, evidence }) =>
    evidence === undefined ? `  ${label}: ${value}` : `  ${label}: ${value} (${evidence})`,
  );
  return [
    `Joinery found the service ${survey.host.service.name}:`,
    ...facts,
    ...warnings.map((text) => `Warning: ${text}`),
    '',
  ].join('\n');
}

/** Every feature with its number and how it stands. */
export function listText(state: State): string {
  const lines = state.rows.flatMap((row, index) => {
    const heading = state.rows[index - 1]?.category === row.category ? [] : [`${row.category}:`];
    const { words } = featureStatus(row, state);
    const why = words === 'recommended' ? `\n     ${row.recommended}` : '';
    return [...heading, `  ${index + 1}. ${row.name}, ${words}: ${row.title}${why}`];
  });
  return `\n${lines.join('\n')}\n\n`;
}
