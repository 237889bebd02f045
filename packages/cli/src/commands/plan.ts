import { resolve } from 'node:path';
import { planText, readRequest } from '@joinery/door';
import { compose, EXIT, type ExitCode } from '@joinery/engine';
import { answerJson, answerNoPlan } from '../program/answer.ts';
import { askedOf, type PlanOptions, placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { diffText } from '../terminal/diff-text.ts';
import { recover } from '../transaction/recover.ts';

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
  const request = readRequest(askedOf(options, { add, remove: options.remove ?? [] }));
  const service = serviceOf(world, options);
  const recovered = recover(disk, service);
  if (recovered !== undefined) terminal.err(`${terminal.paint.yellow('warning')}: ${recovered}\n`);
  const { tree, ...ports } = world.open(service, placesOf(world, options));
  const composed = await compose(request, { tree, ...ports });
  if (composed.kind !== 'plan') return answerNoPlan(composed, options.json === true, terminal);
  if (options.output !== undefined) {
    disk.writeFileSync(resolve(world.folder, options.output), `${JSON.stringify(composed, null, 2)}\n`);
  }
  if (options.json === true) answerJson(composed, terminal);
  else {
    if (options.diff === true) terminal.out(`${diffText(composed, tree, terminal.paint)}\n`);
    terminal.out(planText(composed, terminal.paint));
  }
  return options.check === true && composed.changes.length > 0 ? EXIT.pending : EXIT.done;
}
