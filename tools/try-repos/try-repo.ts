import { runCommand } from '../running/run-command.ts';
import { type Check, type Checked, checked, comparedChecks, UNCHECKED } from './checks.ts';
import { featuresOf, isRefusal, joinery, leftOutOf, refusalOf } from './command.ts';
import { charactersLost, countLines, differing } from './compare-texts.ts';
import { type Copy, copyRepo } from './copy.ts';
import type { Family } from './families.ts';
import { profileOf } from './profile-of.ts';
import type { Repo, Trial } from './trial.ts';

/** What to try, and how far to go. */
export interface Wish {
  readonly families: readonly Family[];
  readonly checks: ReadonlySet<Check>;
}

type Tried = Omit<Trial, 'name' | 'shape' | 'commit' | 'found' | 'family' | 'seconds'>;

/**
 * Try Joinery on copies of a repository, one a family: add, check, add again, remove. Nothing of the repository itself
 * is touched, and how it is without Joinery is checked once.
 */
export async function tryRepo(repo: Repo, wish: Wish): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  let first: Checked | undefined;
  for (const family of wish.families) {
    const start = performance.now();
    const copy = await copyRepo(repo);
    try {
      first ??= await checked(copy, repo, wish.checks, []);
      const facts = {
        name: repo.name,
        shape: repo.shape ?? '',
        commit: repo.commit ?? '',
        family: family.name,
      };
      const found = profileOf(copy.service);
      const tried = await tryFamily(copy, repo, family, wish.checks, first);
      trials.push({ ...facts, found, ...tried, seconds: Math.round((performance.now() - start) / 1_000) });
    } finally {
      copy.close();
    }
  }
  return trials;
}

async function tryFamily(
  copy: Copy,
  repo: Repo,
  family: Family,
  checks: Wish['checks'],
  first: Checked,
): Promise<Tried> {
  const before = copy.texts();
  const leftOut: string[] = [];
  for (const step of family.steps) {
    const added = await joinery(copy, step);
    if (added.exitCode !== 0)
      return refused(added, differing(before, copy.texts()), step !== family.steps[0]);
    leftOut.push(...leftOutOf(added));
  }
  const after = copy.texts();
  const features = featuresOf(copy);
  const changed = differing(before, after);
  const edited = changed.filter((path) => before.has(path) && isOurs(path));
  const here = new Set([...checks].filter((check) => family.boots || check !== 'boot'));
  const failed = await installation(copy, here, edited);
  const pages = pagesOf(features.there);
  const second = failed === undefined ? await checked(copy, repo, here, pages) : UNCHECKED;
  const { notes, ...compared } = comparedChecks(first, second);
  const settled = copy.texts();
  const isSource = (path: string) =>
    isOurs(path) && (before.has(path) || after.has(path) || !settled.has(path));
  for (const step of family.steps) await joinery(copy, step);
  const again = differing(settled, copy.texts()).filter(isSource);
  await joinery(copy, ['remove', ...features.wanted]);
  const removed = differing(before, copy.texts()).filter(isSource);
  const lost = sum(edited.map((path) => charactersLost(before.get(path) ?? '', after.get(path) ?? '')));
  const sound = [compared.types, compared.tests, compared.boot].every((one) => one?.holds !== false);
  const held = sound && again.length === 0 && removed.length === 0 && lost === 0;
  const outcome = features.there.length === 0 ? 'nothing' : held ? 'applied' : 'broken';
  return {
    outcome,
    features: features.there,
    leftOut,
    edited,
    created: changed.length - edited.length,
    lines: linesOf(edited, before, after),
    charactersLost: lost,
    ...compared,
    again,
    removed,
    notes: [...(failed === undefined ? [] : [`not installed here: ${failed}`]), ...notes],
  };
}

/** A failure in Joinery's own words that changed nothing is a refusal; anything else is a fault of ours. */
function refused(
  added: Parameters<typeof refusalOf>[0],
  changed: readonly string[],
  isLater: boolean,
): Tried {
  const notes = changed.length === 0 || isLater ? [] : [`a refusal changed ${changed.join(', ')}`];
  return {
    outcome: isRefusal(added) && notes.length === 0 ? 'refused' : 'broken',
    refusal: refusalOf(added),
    features: [],
    leftOut: [],
    edited: [],
    created: 0,
    notes,
  };
}

const INSTALL = ['npm', 'install', '--legacy-peer-deps', '--ignore-scripts', '--no-save', '--loglevel=error'];

/** Install what package.json lists now; what went wrong, if anything did. */
async function installation(
  copy: Copy,
  checks: Wish['checks'],
  edited: readonly string[],
): Promise<string | undefined> {
  if (!checks.has('install') || !edited.some((path) => path.endsWith('package.json'))) return undefined;
  const { exitCode, output } = await runCommand(INSTALL, { cwd: copy.root });
  return exitCode === 0 ? undefined : output.slice(0, 300);
}

function pagesOf(features: readonly string[]): readonly string[] {
  return [
    ...(features.includes('health') ? ['/health/live', '/health/ready'] : []),
    ...(features.includes('metrics') ? ['/metrics'] : []),
  ];
}

/** Lockfiles of package managers are theirs to write. */
function isOurs(path: string): boolean {
  return !/(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock)$/.test(path);
}

function linesOf(
  paths: readonly string[],
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
) {
  const counts = paths.map((path) => countLines(before.get(path) ?? '', after.get(path) ?? ''));
  return {
    inserted: sum(counts.map(({ inserted }) => inserted)),
    touched: sum(counts.map(({ touched }) => touched)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
