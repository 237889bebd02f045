import type { Paint } from '@joinery/door';
import { ticked } from '../state/choose.ts';
import type { FeatureRow } from '../state/feature-row.ts';
import type { State } from '../state/state.ts';

/** How a feature stands, in words and with the box before its name. */
export interface FeatureStatus {
  readonly box: '[x]' | '[+]' | '[ ]' | ' - ';
  readonly words: string;
  readonly style?: keyof Paint;
}

/** The state of one feature among the others. */
export function featureStatus({ name, recommended }: FeatureRow, state: State): FeatureStatus {
  const { survey, request, attempt, blocked } = state;
  const installed = Object.hasOwn(survey.lock.features, name);
  const along = attempt.status === 'resolved' && Object.hasOwn(attempt.versions, name);
  if (ticked(survey, request).has(name)) {
    return installed
      ? { box: '[x]', words: 'installed', style: 'green' }
      : { box: '[x]', words: 'will be added', style: 'cyan' };
  }
  if (along) {
    return installed
      ? { box: '[+]', words: 'installed, needed', style: 'green' }
      : { box: '[+]', words: 'comes along', style: 'cyan' };
  }
  if (installed) return { box: '[ ]', words: 'will be removed', style: 'red' };
  if (blocked.has(name)) return { box: ' - ', words: 'blocked', style: 'dim' };
  if (recommended !== undefined) return { box: '[ ]', words: 'recommended', style: 'yellow' };
  return { box: '[ ]', words: 'available' };
}
