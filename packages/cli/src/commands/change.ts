import { type Asked, readRequest } from '@joinery/door';
import type { ExitCode } from '@joinery/engine';
import { answerNoPlan } from '../program/answer.ts';
import { type ApplyOptions, askedOf, placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { requireSettled } from '../transaction/as-writer.ts';
import { recover } from '../transaction/recover.ts';
import { applyPlan } from './apply-plan.ts';
import { type Ask, warnOfSkipped } from './preset.ts';
import { settle } from './settle.ts';

/** What a command wants of a service, and how its words read in the history: `add health`. */
export interface Wish extends Partial<Omit<Asked, 'set' | 'exclude'>> {
  readonly label: string;
}

/** `joinery add`, `remove`, `upgrade`, `tier`, and `apply` without a file: bring the service to what is wanted. */
export async function change(
  { label, ...words }: Wish,
  options: ApplyOptions,
  world: World,
): Promise<ExitCode> {
  const request = readRequest(askedOf(options, words));
  return changeTo({ ...options, label }, world, async () => ({ request, skipped: [] }));
}

/** Bring the service to a request that may depend on what is found there. */
export async function changeTo(
  options: ApplyOptions & Pick<Wish, 'label'>,
  world: World,
  ask: Ask,
): Promise<ExitCode> {
  const { terminal } = world;
  const service = serviceOf(world, options);
  const recovered = recover(world.disk, service);
  if (recovered !== undefined) terminal.err(`${terminal.paint.yellow('warning')}: ${recovered}\n`);
  requireSettled(world.disk, service);
  const ports = world.open(service, placesOf(world, options));
  const asked = await ask(ports);
  const composed = await settle(asked.request, ports, options, world);
  if (composed.kind !== 'plan') return answerNoPlan(composed, options.json === true, terminal);
  return applyPlan(warnOfSkipped(composed, asked), ports.tree, service, options, world);
}
