import { EXIT, type ExitCode } from '@joinery/engine';
import { answerJson, answerProblem } from '../program/answer.ts';
import { type CommonOptions, placesOf, serviceOf } from '../program/options.ts';
import { type World, working } from '../program/world.ts';
import type { Verification } from '../transaction/apply-ports.ts';
import type { UndoPlan } from '../transaction/plan-undo.ts';
import { listRecords, type UndoRecord } from '../transaction/records.ts';
import { recover } from '../transaction/recover.ts';
import { previewUndo, type Undone, undo } from '../transaction/undo.ts';
import { confirmed } from './confirmed.ts';

export interface UndoOptions extends CommonOptions {
  readonly list?: boolean;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly install: boolean;
  readonly verify: Verification;
}

/** `joinery undo`: take the last apply back; again, the one before. */
export async function undoLast(options: UndoOptions, world: World): Promise<ExitCode> {
  const { terminal, disk } = world;
  const json = options.json === true;
  const service = serviceOf(world, options);
  const recovered = recover(disk, service);
  if (recovered !== undefined) terminal.err(`${terminal.paint.yellow('warning')}: ${recovered}\n`);
  if (options.list === true) return list(listRecords(disk, service), json, world);
  const { merge } = await world.open(service, placesOf(world, options)).loadEditor();
  const settings = { ...options, force: options.force === true };
  const preview = previewUndo(service, settings.force, merge, { disk });
  if (preview.kind === 'problem') return answerProblem(preview, json, terminal);
  if (!json) terminal.out(previewText(preview, world));
  if (json && (options.dryRun === true || options.yes !== true)) answerJson(previewJson(preview), terminal);
  if (options.dryRun === true) return EXIT.done;
  const answer = await confirmed('Take this back?', options, world);
  if (answer !== 'yes') return answer;
  const outcome = await working(world, json, (ports) => undo(service, settings, merge, ports));
  if (outcome.kind === 'problem') return answerProblem(outcome, json, terminal);
  if (json) answerJson(outcome, terminal);
  else terminal.out(undoneText(outcome, world));
  return EXIT.done;
}

/** What was taken back, for people. */
export function undoneText(
  { label, written, merged, kept, install, warnings }: Undone,
  world: World,
): string {
  const { paint } = world.terminal;
  const files = `${written.length} ${written.length === 1 ? 'file' : 'files'} put back`;
  const packages = {
    done: ', packages installed',
    skipped: '. The packages are as they were installed: run the install of your package manager',
    'not-needed': '',
  }[install];
  const notes = [
    ...merged.map((path) => `\`${path}\` keeps what you edited since.`),
    ...kept.map((path) => `\`${path}\` was edited since, so it is left for you to delete.`),
    ...warnings,
  ];
  const more = notes.map((text) => `${paint.yellow('warning')}: ${text}\n`).join('');
  return `${paint.green('Undone')}: \`joinery ${label}\`: ${files}${packages}.\n${more}`;
}

function list(records: readonly UndoRecord[], json: boolean, { terminal }: World): ExitCode {
  const entries = records.map(({ story: { label, at }, entries }) => ({
    label,
    at,
    files: entries.filter(({ role }) => role === 'changed').length,
  }));
  if (json) answerJson({ kind: 'records', records: entries }, terminal);
  else if (entries.length === 0) terminal.out('Nothing to undo here.\n');
  else {
    const lines = entries.map(
      ({ label, at, files }) => `${at}  joinery ${label}  ${terminal.paint.dim(`${files} files`)}\n`,
    );
    terminal.out(lines.join(''));
  }
  return EXIT.done;
}

function previewJson({ record, targets, merged, kept }: UndoPlan): unknown {
  const files = targets.map(({ kind, path }) => ({ kind, path }));
  return { kind: 'undo', schema: 1, label: record.story.label, files, merged, kept };
}

function previewText({ record, targets, merged, kept }: UndoPlan, { terminal: { paint } }: World): string {
  const shown = targets.filter(({ path }) => !path.startsWith('.joinery/base/'));
  const sign = { create: paint.green('+'), update: paint.yellow('~'), delete: paint.red('-') };
  const lines = shown.map(({ kind, path }) => {
    const edits = merged.includes(path) ? paint.dim('  your edits since stay') : '';
    return `  ${sign[kind]} ${path}${edits}`;
  });
  const left = kept.map((path) => `    ${path}${paint.dim('  edited since: stays')}`);
  return `${[`Undo \`joinery ${record.story.label}\` (${record.story.at})`, '', ...lines, ...left].join('\n')}\n`;
}
