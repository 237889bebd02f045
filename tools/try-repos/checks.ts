import { runCommand } from '../running/run-command.ts';
import { type Booted, boot } from './boot.ts';
import { newErrors, typeErrors } from './check-types.ts';
import type { Copy } from './copy.ts';
import type { Compared, Repo } from './trial.ts';

export type Check = 'install' | 'types' | 'tests' | 'boot';

/** How a service is at one moment; absent what was not asked for or cannot be told. */
export interface Checked {
  readonly types: readonly string[] | undefined;
  readonly tests: string | undefined;
  readonly boot: Booted | undefined;
}

export const UNCHECKED: Checked = { types: undefined, tests: undefined, boot: undefined };

export async function checked(
  copy: Copy,
  repo: Repo,
  checks: ReadonlySet<Check>,
  pages: readonly string[],
): Promise<Checked> {
  return {
    types: checks.has('types') ? await typeErrors(copy.service, copy.root) : undefined,
    tests: checks.has('tests') ? await tests(copy) : undefined,
    boot: checks.has('boot') ? await boot(copy.service, repo.env ?? {}, pages) : undefined,
  };
}

/** How the host's own tests came out, its counts without times; ended after two minutes. */
async function tests(copy: Copy): Promise<string> {
  const words = ['timeout', '--kill-after=5', '120', 'npm', 'test', '--silent'];
  const { exitCode } = await runCommand(words, { cwd: copy.service, env: { CI: 'true' } });
  if (exitCode === 124) return 'no end';
  return exitCode === 0 ? 'passed' : 'failed';
}

export interface ComparedChecks {
  readonly types?: Compared;
  readonly tests?: Compared;
  readonly boot?: Compared;
  readonly notes: readonly string[];
}

/** What of a check is no worse than before. */
export function comparedChecks(before: Checked, after: Checked): ComparedChecks {
  const fresh = before.types && after.types ? newErrors(before.types, after.types) : [];
  const types = compared(errors(before.types), errors(after.types), () => fresh.length === 0);
  const tests = compared(
    before.tests,
    after.tests,
    () => before.tests !== 'passed' || after.tests === 'passed',
  );
  const booted = compared(words(before.boot), words(after.boot), () => runs(before.boot, after.boot));
  return {
    ...(types === undefined ? {} : { types }),
    ...(tests === undefined ? {} : { tests }),
    ...(booted === undefined ? {} : { boot: booted }),
    notes: [...fresh.slice(0, 12), ...(booted?.holds === false ? [after.boot?.output ?? ''] : [])],
  };
}

function compared(
  before: string | undefined,
  after: string | undefined,
  holds: () => boolean,
): Compared | undefined {
  return before === undefined || after === undefined ? undefined : { before, after, holds: holds() };
}

function errors(lines: readonly string[] | undefined): string | undefined {
  return lines && `${lines.length} errors`;
}

function runs(before: Booted | undefined, after: Booted | undefined): boolean {
  if (before?.listens !== true) return true;
  const answers = Object.values(after?.pages ?? {}).every((status) => status === 200);
  return after?.listens === true && answers && (after.ended === '0' || Object.keys(after.pages).length === 0);
}

function words(booted: Booted | undefined): string | undefined {
  if (booted === undefined) return undefined;
  if (!booted.listens) return `does not start (${booted.ended})`;
  const statuses = Object.entries(booted.pages).map(([page, status]) => `${page} ${status}`);
  return [...statuses, `ends with ${booted.ended}`].join(', ');
}
