import { join } from 'node:path';
import { ROOT } from '../running/joinery.ts';
import { type Finished, runCommand } from '../running/run-command.ts';
import { type Booted, boot } from './boot.ts';
import { newErrors, typeErrors } from './check-types.ts';
import { charactersLost, countLines, differing } from './compare-texts.ts';
import { type Copy, copyRepo } from './copy.ts';
import { profileOf } from './profile-of.ts';
import type { Compared, Repo, Trial } from './trial.ts';

/** What to try, and how far to go. */
export interface Wish {
  readonly features: readonly string[];
  readonly checks: ReadonlySet<'install' | 'types' | 'tests' | 'boot'>;
}

const PAGES = ['/health/live', '/health/ready', '/metrics'];

/** Try Joinery on a copy of a repository: add, check, add again, remove. Nothing of the repository itself is touched. */
export async function tryRepo(repo: Repo, wish: Wish): Promise<Trial> {
  const start = performance.now();
  const copy = await copyRepo(repo);
  try {
    const trial = await onCopy(copy, repo, wish);
    return { ...trial, seconds: Math.round((performance.now() - start) / 1_000) };
  } finally {
    copy.close();
  }
}

async function onCopy(copy: Copy, repo: Repo, { features, checks }: Wish): Promise<Trial> {
  const first = await checked(copy, repo, checks);
  const before = copy.texts();
  const base = {
    name: repo.name,
    shape: repo.shape ?? '',
    commit: repo.commit ?? '',
    found: profileOf(copy.service),
    edited: [],
    created: 0,
    seconds: 0,
  };
  const added = await joinery(copy, ['add', ...features]);
  const after = copy.texts();
  if (added.exitCode !== 0) return { ...base, ...refused(added, differing(before, after)) };
  const changed = differing(before, after);
  const edited = changed.filter(
    (path) => before.has(path) && !/package-lock|yarn\.lock|pnpm-lock/.test(path),
  );
  const installed = checks.has('install') ? await runCommand(INSTALL, { cwd: copy.root }) : undefined;
  const failed = installed !== undefined && installed.exitCode !== 0;
  const second = await checked(copy, repo, failed ? new Set() : checks);
  const types = comparedTypes(first.types, second.types);
  const tests = compared(first.tests, second.tests);
  const booted = comparedBoots(first.boot, second.boot);
  const settled = copy.texts();
  const isSource = (path: string) =>
    isOurs(path) && (before.has(path) || after.has(path) || !settled.has(path));
  await joinery(copy, ['add', ...features]);
  const again = differing(settled, copy.texts()).filter(isSource);
  await joinery(copy, ['remove', ...features]);
  const removed = differing(before, copy.texts()).filter(isSource);
  const lost = edited.map((path) => charactersLost(before.get(path) ?? '', after.get(path) ?? ''));
  const sound = [types, tests, booted].every((one) => one?.holds !== false);
  const held = sound && again.length === 0 && removed.length === 0 && lost.every((count) => count === 0);
  return {
    ...base,
    outcome: held ? 'applied' : 'broken',
    edited,
    created: changed.length - edited.length,
    lines: sumLines(edited, before, after),
    charactersLost: lost.reduce((sum, count) => sum + count, 0),
    ...(types === undefined ? {} : { types: types.compared }),
    ...(tests === undefined ? {} : { tests }),
    ...(booted === undefined ? {} : { boot: booted }),
    again,
    removed,
    notes: [
      ...(failed ? [`not installed here: ${installed?.output.slice(0, 300)}`] : []),
      ...(types?.errors ?? []).slice(0, 12),
      ...(booted?.holds === false ? [second.boot?.output ?? ''] : []),
    ],
  };
}

const INSTALL = ['npm', 'install', '--legacy-peer-deps', '--ignore-scripts', '--no-save', '--loglevel=error'];

/** A failure in Joinery's own words that changed nothing is a refusal; anything else is a fault of ours. */
function refused(added: Finished, changed: readonly string[]): Pick<Trial, 'outcome' | 'refusal' | 'notes'> {
  const clear = [3, 4].includes(added.exitCode) || isClear(added);
  const notes = changed.length === 0 ? [] : [`a refusal changed ${changed.join(', ')}`];
  return { outcome: clear && notes.length === 0 ? 'refused' : 'broken', refusal: refusalOf(added), notes };
}

/** Lockfiles of package managers are theirs to write. */
function isOurs(path: string): boolean {
  return !/(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml)$/.test(path);
}

function joinery(copy: Copy, words: readonly string[]): Promise<Finished> {
  const command = [
    process.execPath,
    '--conditions=@joinery/source',
    '--import',
    'tsx',
    join(ROOT, 'packages/cli/src/joinery.ts'),
  ];
  const options = ['-C', copy.service, '--yes', '--json', '--no-install', '--verify', 'none'];
  return runCommand([...command, ...words, ...options], { cwd: ROOT });
}

interface Checked {
  readonly types: readonly string[] | undefined;
  readonly tests: string | undefined;
  readonly boot: Booted | undefined;
}

async function checked(copy: Copy, repo: Repo, checks: Wish['checks']): Promise<Checked> {
  return {
    types: checks.has('types') ? await typeErrors(copy.service, copy.root) : undefined,
    tests: checks.has('tests') ? await tests(copy) : undefined,
    boot: checks.has('boot') ? await boot(copy.service, repo.env ?? {}, PAGES) : undefined,
  };
}

/** How the host's own tests came out, its counts without times; ended after two minutes. */
async function tests(copy: Copy): Promise<string> {
  const words = ['timeout', '--kill-after=5', '120', 'npm', 'test', '--silent'];
  const { exitCode, output } = await runCommand(words, { cwd: copy.service, env: { CI: 'true' } });
  if (exitCode === 124) return 'no end';
  const counts = /^\s*Tests:?\s+(.*\d+ (?:passed|failed|total).*)$/m.exec(output)?.[1] ?? '';
  const plain = counts.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '').trim();
  return exitCode === 0 ? `passed ${plain}`.trim() : `failed ${plain}`.trim();
}

function compared(before: string | undefined, after: string | undefined): Compared | undefined {
  if (before === undefined || after === undefined) return undefined;
  return { before, after, holds: !before.startsWith('passed') || after.startsWith('passed') };
}

function comparedTypes(before: readonly string[] | undefined, after: readonly string[] | undefined) {
  if (before === undefined || after === undefined) return undefined;
  const errors = newErrors(before, after);
  const holds = errors.length === 0;
  return {
    holds,
    errors,
    compared: { before: `${before.length} errors`, after: `${after.length} errors`, holds },
  };
}

function comparedBoots(before: Booted | undefined, after: Booted | undefined): Compared | undefined {
  if (before === undefined || after === undefined) return undefined;
  const works = Object.entries(after.pages).every(([, status]) => status === 200);
  return {
    before: bootWords(before),
    after: bootWords(after),
    holds: !before.listens || (after.listens && works && after.ended === '0'),
  };
}

function bootWords({ listens, pages, ended }: Booted): string {
  if (!listens) return `does not listen (${ended})`;
  const statuses = Object.entries(pages).map(([page, status]) => `${page} ${status}`);
  return `listens, ${statuses.join(', ')}, ends with ${ended}`;
}

function sumLines(
  paths: readonly string[],
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
) {
  const counts = paths.map((path) => countLines(before.get(path) ?? '', after.get(path) ?? ''));
  return {
    inserted: counts.reduce((sum, { inserted }) => sum + inserted, 0),
    touched: counts.reduce((sum, { touched }) => sum + touched, 0),
  };
}

/** Whether a failure is a problem in Joinery's own words, and not a crash. */
function isClear({ output }: Finished): boolean {
  return /"kind": "problem"/.test(output) && !/"id": "(?:internal|unexpected)/.test(output);
}

function refusalOf({ output }: Finished): string {
  try {
    const answer: {
      readonly id?: string;
      readonly found?: string;
      readonly resolution?: { readonly explanation: readonly string[] };
    } = JSON.parse(output);
    if (answer.resolution !== undefined)
      return answer.resolution.explanation.find((line) => line.startsWith('Because')) ?? 'no resolution';
    return `\`${answer.id}\`: ${answer.found}`;
  } catch {
    return output.slice(-600);
  }
}
