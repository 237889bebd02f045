import { compose, EXIT, type ExitCode } from '@joinery/engine';
import { applyPlan } from '../../commands/apply-plan.ts';
import { answerNoPlan } from '../../program/answer.ts';
import type { World } from '../../program/world.ts';
import { requestWith, type Session } from '../session.ts';
import { start } from '../state/start.ts';
import type { State } from '../state/state.ts';
import { askFeatures } from './ask-features.ts';
import { askOptions } from './ask-options.ts';
import { askTier } from './ask-tier.ts';
import { foundText } from './list-text.ts';

/** Of a window that is not there. */
const NO_WINDOW = { columns: 80, rows: 24 };

/** The composer as plain questions: for a terminal that cannot place text, and for screen readers. */
export async function composeInLines(session: Session, world: World): Promise<ExitCode> {
  const { terminal } = world;
  const opened = start(session.survey, NO_WINDOW, session.warnings);
  terminal.out(foundText(opened));
  const chosen = await choose(opened, session, world);
  if (chosen === undefined) {
    terminal.err('Cancelled; nothing was written.\n');
    return EXIT.cancelled;
  }
  const versions = chosen.attempt.status === 'resolved' ? Object.keys(chosen.attempt.versions) : [];
  const request = requestWith(session.survey, chosen.request, versions, chosen.settings);
  const composed = await compose(request, session.ports);
  if (composed.kind !== 'plan') return answerNoPlan(composed, false, terminal);
  return applyPlan(
    composed,
    session.ports.tree,
    session.service,
    { ...session.options, label: 'compose' },
    world,
  );
}

/** `undefined` as soon as the person gives up. */
async function choose(opened: State, session: Session, world: World): Promise<State | undefined> {
  const tiered = await askTier(opened, world.terminal);
  const ticked = tiered === undefined ? undefined : await askFeatures(tiered, world.terminal);
  return ticked === undefined ? undefined : askOptions(ticked, session, world.terminal);
}
