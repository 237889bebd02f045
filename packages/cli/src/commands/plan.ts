import { resolve } from 'node:path';
import { readRequest } from '@joinery/door';
import {
  type ComposePorts,
  type ComposeRequest,
  compose,
  EXIT,
  type ExitCode,
  type PresetRequest,
  withPreset,
} from '@joinery/engine';
import { answerJson, answerNoPlan } from '../program/answer.ts';
import { askedOf, type PlanOptions, placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { recover } from '../transaction/recover.ts';
import { showPlan } from './apply-plan.ts';
import { withSkipped } from './with-skipped.ts';

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
  const wish = readRequest(askedOf(options, { add, remove: options.remove ?? [] }));
  const service = serviceOf(world, options);
  const recovered = recover(disk, service);
  if (recovered !== undefined) terminal.err(`${terminal.paint.yellow('warning')}: ${recovered}\n`);
  const { tree, ...ports } = world.open(service, placesOf(world, options));
  const over = terminal.busy?.('Working out the plan');
  const { request, skipped } = await asWished(wish, { tree, ...ports });
  const decided = await compose(request, { tree, ...ports });
  over?.();
  if (decided.kind !== 'plan') return answerNoPlan(decided, options.json === true, terminal);
  const composed = withSkipped(decided, skipped);
  if (options.output !== undefined) {
    disk.writeFileSync(resolve(world.folder, options.output), `${JSON.stringify(composed, null, 2)}\n`);
  }
  if (options.json === true) answerJson(composed, terminal);
  else showPlan(composed, tree, options, world);
  return options.check === true && composed.changes.length > 0 ? EXIT.pending : EXIT.done;
}

/** A tier by itself means the features that it brings, as it does to `joinery add`. */
async function asWished(wish: ComposeRequest, ports: ComposePorts): Promise<PresetRequest> {
  const { tier, ...request } = wish;
  const brings = tier !== undefined && request.add.length === 0 && request.remove.length === 0;
  return brings ? withPreset({ ...request, tier }, ports) : { request: wish, skipped: [] };
}
