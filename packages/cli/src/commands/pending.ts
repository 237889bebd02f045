import { EXIT, type ExitCode, ProblemError } from '@joinery/engine';
import { answerJson, answerProblem } from '../program/answer.ts';
import { type ApplyOptions, placesOf, serviceOf } from '../program/options.ts';
import { type World, working } from '../program/world.ts';
import { type Continued, continueApply } from '../transaction/continue-apply.ts';
import { abortApply } from '../transaction/undo.ts';
import { undoneText } from './undo.ts';

/** `joinery apply --continue`: finish an apply whose conflicts are settled. */
export async function continuePending(options: ApplyOptions, world: World): Promise<ExitCode> {
  const json = options.json === true;
  const outcome = await working(world, json, (ports) =>
    continueApply(serviceOf(world, options), options, ports),
  );
  if (outcome.kind === 'problem') return answerProblem(outcome, json, world.terminal);
  if (json) answerJson(outcome, world.terminal);
  else world.terminal.out(continuedText(outcome, world));
  return EXIT.done;
}

/** `joinery apply --abort`: put everything back as it was before an apply with conflicts. */
export async function abortPending(options: ApplyOptions, world: World): Promise<ExitCode> {
  const json = options.json === true;
  const service = serviceOf(world, options);
  const { merge } = await world.open(service, placesOf(world, options)).loadEditor();
  const settings = { ...options, force: options.force === true };
  const outcome = await working(world, json, (ports) => abortApply(service, settings, merge, ports));
  if (outcome.kind === 'problem') return answerProblem(outcome, json, world.terminal);
  if (json) answerJson(outcome, world.terminal);
  else world.terminal.out(undoneText(outcome, world));
  return EXIT.done;
}

/** Both at once, or with a file, means nothing. */
export function requireOneWay(
  file: string | undefined,
  options: { readonly continue?: boolean; readonly abort?: boolean },
): void {
  const ways = [file !== undefined, options.continue === true, options.abort === true].filter(Boolean);
  if (ways.length < 2) return;
  throw new ProblemError({
    kind: 'problem',
    id: 'invalid-command',
    exitCode: EXIT.error,
    found: 'A plan file, `--continue` and `--abort` exclude each other.',
    todo: 'Give one of them.',
  });
}

function continuedText(
  { label, settled, install, warnings }: Continued,
  { terminal: { paint } }: World,
): string {
  const files = `${settled.length} ${settled.length === 1 ? 'file' : 'files'}`;
  const packages = install === 'done' ? ', packages installed' : '';
  const more = warnings.map((text) => `${paint.yellow('warning')}: ${text}\n`).join('');
  return `${paint.green('Done')}: \`joinery ${label}\` is finished: ${files} settled${packages}.\n${more}`;
}
