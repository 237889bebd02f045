import { resolve } from 'node:path';
import { readRequest } from '@joinery/door';
import { compose, EXIT, type ExitCode } from '@joinery/engine';
import { answerJson, answerNoPlan } from '../program/answer.ts';
import { askedOf, calledOf, type PlanOptions, placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { recover } from '../transaction/recover.ts';
import { showPlan } from './apply-plan.ts';
import { type Ask, askPreset, warnOfSkipped } from './preset.ts';

export interface PlanCommandOptions extends PlanOptions {
  readonly output?: string;
  readonly check?: boolean;
  readonly remove?: readonly string[];
}

/** `joinery plan`: what adding would do; written to a file with `-o`, for review and a later `joinery apply`. */
export async function plan(
  add: readonly string[],
  options: PlanCommandOptions,
  world: World,
): Promise<ExitCode> {
  const { terminal, disk } = world;
  const ask = askFor(add, options);
  const service = serviceOf(world, options);
  const recovered = recover(disk, service);
  if (recovered !== undefined) terminal.err(`${terminal.paint.yellow('warning')}: ${recovered}\n`);
  const { tree, ...ports } = world.open(service, placesOf(world, options));
  const over = terminal.busy?.('Working out the plan');
  const asked = await ask({ tree, ...ports });
  const outcome = await compose({ ...asked.request, called: calledOf(world, options) }, { tree, ...ports });
  over?.();
  if (outcome.kind !== 'plan') return answerNoPlan(outcome, options.json === true, terminal);
  const composed = warnOfSkipped(outcome, asked);
  if (options.output !== undefined) {
    disk.writeFileSync(resolve(world.folder, options.output), `${JSON.stringify(composed, null, 2)}\n`);
  }
  if (options.json === true) answerJson(composed, terminal);
  else showPlan(composed, tree, options, world);
  return options.check === true && composed.changes.length > 0 ? EXIT.pending : EXIT.done;
}

/** What is named; with a tier alone, the features that it brings, as `joinery add` has it. */
function askFor(add: readonly string[], options: PlanCommandOptions): Ask {
  const { remove = [] } = options;
  if (add.length + remove.length === 0) return askPreset(options);
  const request = readRequest(askedOf(options, { add, remove }));
  return async () => ({ request, skipped: [] });
}
