import { adding, attempt } from '@joinery/engine';
import type { FeatureRow } from '../state/feature-row.ts';
import type { State } from '../state/state.ts';
import { type Line, wrap } from './line.ts';

/** What there is to say about the choice, and about the feature under the cursor. */
export function detailLines(state: State, row: FeatureRow | undefined): readonly Line[] {
  const conflict = conflictLines(state);
  return conflict.length > 0 ? conflict : row === undefined ? [] : featureLines(state, row);
}

function conflictLines({ attempt: result, size }: State): readonly Line[] {
  if (result.status === 'resolved') return [];
  const fixes = result.fixes.flatMap(({ change, consequence }, index) =>
    wrap(`  ${index + 1}. ${change}: ${consequence}`, size.columns - 2, '     '),
  );
  return [
    [{ text: 'These features do not fit together here:', style: 'red' }],
    ...result.explanation.flatMap((sentence) => wrap(`  ${sentence}`, size.columns - 2, '  ')),
    ...(fixes.length === 0
      ? []
      : [[{ text: 'Press a number to take a fix; each has been tried:', style: 'bold' as const }]]),
    ...fixes,
  ];
}

function featureLines(
  state: State,
  { name, title, summary, version, tier, recommended }: FeatureRow,
): readonly Line[] {
  const { size, attempt: result, blocked, survey } = state;
  const because = result.status === 'resolved' ? result.because[name] : undefined;
  const why = blocked.has(name) && because === undefined ? whyBlocked(state, name) : [];
  const texts = [
    summary.endsWith('.') ? summary : `${summary}.`,
    ...(recommended === undefined || Object.hasOwn(survey.lock.features, name) ? [] : [recommended]),
    ...(because === undefined || because === '' ? [] : [`In the plan: ${because}`]),
    ...why,
  ];
  return [
    [
      { text: title, style: 'bold' },
      { text: `  ${name} ${version}, from tier ${tier}`, style: 'dim' },
    ],
    ...texts.flatMap((text) => wrap(text, size.columns - 2)),
  ];
}

const reasons = new WeakMap<State['blocked'], Map<string, readonly string[]>>();

/** Told only of the feature that somebody looks at, and once: working out why takes longer than that it is so. */
function whyBlocked(state: State, name: string): readonly string[] {
  const known = reasons.get(state.blocked) ?? new Map<string, readonly string[]>();
  reasons.set(state.blocked, known);
  const why = known.get(name) ?? explainBlocked(state, name);
  known.set(name, why);
  return why;
}

function explainBlocked({ survey, request }: State, name: string): readonly string[] {
  if (survey.wanted.exclude.includes(name)) return ['Blocked: joinery.json excludes it.'];
  const result = attempt(survey, adding([name], request.tier));
  if (result.status === 'resolved') return [];
  const [fix] = result.fixes;
  return [
    `Blocked: ${result.explanation.join(' ')}`,
    ...(fix === undefined ? [] : [`What would help: ${fix.change}.`]),
  ];
}
