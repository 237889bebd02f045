import { adding, attempt, recommend, type Survey } from '@joinery/engine';
import { blockedAt } from './blocked-at.ts';
import { featureRows } from './feature-row.ts';
import type { Size, State } from './state.ts';

/** The composer as it opens: nothing ticked but what joinery.json wants already. */
export function start(survey: Survey, size: Size, warnings: readonly string[]): State {
  const found = recommend(survey);
  const request = adding([], survey.tier);
  return {
    survey,
    rows: featureRows(survey, found),
    gaps: found.gaps,
    blocked: blockedAt(survey, survey.tier),
    request,
    attempt: attempt(survey, request),
    settings: Object.fromEntries(
      Object.entries(survey.wanted.features).map(([name, { options }]) => [name, options]),
    ),
    screen: { kind: 'features', cursor: 0, search: '' },
    size,
    warnings,
  };
}
