import { type Drift, EXIT, type ExitCode, findDrift } from '@joinery/engine';
import { answerJson } from '../program/answer.ts';
import { type ApplyOptions, placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { pendingRecord } from '../transaction/records.ts';
import { recover } from '../transaction/recover.ts';
import { change } from './change.ts';

export interface DoctorOptions extends ApplyOptions {
  /** Edited generated files do not count. */
  readonly allowEdits?: boolean;
}

/** `joinery doctor`: what has drifted from what was applied, by feature; with `--fix`, mend what is safe to. */
export async function doctor(options: DoctorOptions, world: World): Promise<ExitCode> {
  const { terminal, disk } = world;
  const service = serviceOf(world, options);
  const recovered = recover(disk, service);
  if (recovered !== undefined) terminal.err(`${terminal.paint.yellow('warning')}: ${recovered}\n`);
  const found = await examine(options, world);
  const mends = options.fix === true && found.some(({ fixable }) => fixable);
  if (!mends) return report(found, options, world);
  if (options.json !== true) terminal.out(`${driftText(found, options, world)}\n`);
  const code = await change({ label: 'doctor --fix' }, withoutFix(options), silenced(options, world));
  if (code !== EXIT.done) return code;
  return report(await examine(options, world), options, world);
}

async function examine(options: DoctorOptions, world: World): Promise<readonly Drift[]> {
  const service = serviceOf(world, options);
  const { tree, loadEditor } = world.open(service, placesOf(world, options));
  const pending = pendingRecord(world.disk, service)?.story.conflicts ?? [];
  const waiting = pending.map(
    (path): Drift => ({
      id: 'conflicts-pending',
      features: [],
      place: path,
      found: `An apply waits for the conflicts in \`${path}\` to be settled.`,
      todo: 'Settle them and run `joinery apply --continue`, or `joinery apply --abort`.',
      fixable: false,
    }),
  );
  return [...waiting, ...(await findDrift(tree, loadEditor))];
}

/** `--fix` of the other commands takes a fix of a conflict, which is another matter. */
function withoutFix({ fix: _, ...options }: DoctorOptions): ApplyOptions {
  return options;
}

/** With `--json` only the report is printed. */
function silenced(options: DoctorOptions, world: World): World {
  if (options.json !== true) return world;
  return { ...world, terminal: { ...world.terminal, out: () => {} } };
}

function report(found: readonly Drift[], options: DoctorOptions, world: World): ExitCode {
  const { terminal } = world;
  if (options.json === true) answerJson({ kind: 'drift', schema: 1, drift: found }, terminal);
  else if (found.length === 0) terminal.out('No drift: everything is as it was applied.\n');
  else terminal.out(driftText(found, options, world));
  return found.some((one) => counts(one, options)) ? EXIT.pending : EXIT.done;
}

function counts({ id }: Drift, { allowEdits }: DoctorOptions): boolean {
  return id !== 'file-edited' || allowEdits !== true;
}

function driftText(found: readonly Drift[], options: DoctorOptions, { terminal: { paint } }: World): string {
  const names = [...new Set(found.map(({ features }) => features.join(', ')))];
  const blocks = names.map((name) => {
    const own = found.filter(({ features }) => features.join(', ') === name);
    const lines = own.flatMap((one) => {
      const stress = counts(one, options) ? paint.yellow : paint.dim;
      return [`  ${stress(one.id)}  ${one.found}`, `    at ${paint.cyan(one.place)}`, `    ${one.todo}`];
    });
    return [paint.bold(name === '' ? 'the service' : name), ...lines].join('\n');
  });
  const fixable = found.filter((one) => one.fixable).length;
  const hint =
    fixable === 0 || options.fix === true
      ? []
      : [`\`joinery doctor --fix\` mends ${fixable} of ${found.length}.`];
  return `${[...blocks, ...hint].join('\n\n')}\n`;
}
