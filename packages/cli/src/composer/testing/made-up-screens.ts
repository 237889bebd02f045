import type { Feature, Plan } from '@joinery/engine';
import { happen } from '../state/happen.ts';
import type { State, Step } from '../state/state.ts';
import { pressAll } from './made-up.ts';

/** A loaded feature with an option of each kind. */
export const FEATURE = {
  name: 'shutdown',
  version: '1.0.0',
  manifest: { schema: 1, title: 'x', summary: 'x', category: 'x' },
  optionsSchema: {
    type: 'object',
    properties: {
      waitMs: { type: 'integer', minimum: 0, default: 500, description: 'How long to wait' },
      mode: { enum: ['soft', 'hard'], default: 'soft', description: 'How to end' },
      path: { type: 'string', default: '/', description: 'Where' },
    },
  },
  plan: { statements: () => [] },
  templates: {},
} satisfies Feature;

/** A small plan. */
export const PLAN: Plan = {
  kind: 'plan',
  schema: 1,
  service: 'parcels',
  features: [],
  changes: [
    {
      kind: 'update',
      path: 'package.json',
      before: 'x',
      text: '{}\n',
      reason: { owners: ['shutdown'], because: 'x' },
    },
    { kind: 'create', path: 'src/a.ts', text: 'a;\n', reason: { owners: ['shutdown'], because: 'x' } },
    { kind: 'create', path: 'joinery.lock.json', text: '{}\n', reason: { owners: [], because: 'x' } },
  ],
  install: { manager: 'npm', needed: false },
  conflicts: [],
  notes: [],
  warnings: [],
};

/** The options of a made-up feature, on the way from an opened composer. */
export function optionsOf(opened: State): State {
  const { state } = pressAll(opened, 'shut', 'space', 'return');
  return happen(state, { kind: 'options-loaded', features: [FEATURE] }).state;
}

/** The plan of a made-up feature, on the way from an opened composer. */
export function planOf(opened: State): State {
  const { state } = pressAll(optionsOf(opened), 'tab', 'return');
  return happen(state, { kind: 'composed', composed: PLAN, took: 1200 }).state;
}

/** The world answers at once. */
export function answered(step: Step): Step {
  if (step.effect?.kind === 'load-options')
    return happen(step.state, { kind: 'options-loaded', features: [FEATURE] });
  if (step.effect?.kind === 'plan') return happen(step.state, { kind: 'composed', composed: PLAN, took: 1 });
  return step;
}
