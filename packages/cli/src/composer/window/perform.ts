import { setImmediate as afterDrawing } from 'node:timers/promises';
import { compose, type Plan, type Problem, ProblemError } from '@joinery/engine';
import type { World } from '../../program/world.ts';
import { apply } from '../../transaction/apply.ts';
import type { Receipt } from '../../transaction/receipt.ts';
import { requestWith, type Session } from '../session.ts';
import type { Happening } from '../state/happen.ts';
import type { Effect, State } from '../state/state.ts';

/** How a session ends. */
export type Outcome = Receipt | Problem | { readonly kind: 'left' | 'nothing-to-do' };

/** What effects work with. */
export interface Doing {
  readonly session: Session;
  readonly world: World;
  readonly tell: (happening: Happening) => void;
  readonly finish: (outcome: Outcome) => void;
  readonly cancel: AbortController;
}

/** Milliseconds between two showings of a running step's time. */
const TICK = 200;

/** Do what a state asks of the world, and tell what came of it. */
export async function perform(effect: Effect, state: State, doing: Doing): Promise<void> {
  const { session, tell, finish, cancel } = doing;
  await afterDrawing();
  switch (effect.kind) {
    case 'leave':
      return finish({ kind: nothingToDo(state) ? 'nothing-to-do' : 'left' });
    case 'abort':
      return cancel.abort();
    case 'apply':
      return finish(await write(effect.plan, doing));
    case 'load-options':
      return tell(await loadOptions(state, session));
    case 'plan':
      return tell(await plan(state, session));
  }
}

async function loadOptions({ attempt }: State, { ports }: Session): Promise<Happening> {
  const versions = attempt.status === 'resolved' ? Object.entries(attempt.versions) : [];
  try {
    const loading = versions.map(([name, version]) => ports.catalog.load(name, version));
    return { kind: 'options-loaded', features: await Promise.all(loading) };
  } catch (error) {
    if (error instanceof ProblemError) return { kind: 'composed', composed: error.problem, took: 0 };
    throw error;
  }
}

async function plan(state: State, { ports }: Session): Promise<Happening> {
  const chosen = state.attempt.status === 'resolved' ? Object.keys(state.attempt.versions) : [];
  const from = Date.now();
  const composed = await compose(requestWith(state.survey, state.request, chosen, state.settings), ports);
  return { kind: 'composed', composed, took: Date.now() - from };
}

function nothingToDo({ screen }: State): boolean {
  return screen.kind === 'plan' && screen.plan.changes.length === 0;
}

async function write(plan: Plan, { session, world, tell, cancel }: Doing): Promise<Outcome> {
  const ticking = setInterval(() => tell({ kind: 'time', at: Date.now() }), TICK);
  try {
    return await apply(
      plan,
      session.service,
      { ...session.options, label: 'compose' },
      {
        disk: world.disk,
        run: world.run,
        signal: cancel.signal,
        progress: (text) => tell({ kind: 'progress', text, at: Date.now() }),
      },
    );
  } finally {
    clearInterval(ticking);
  }
}
