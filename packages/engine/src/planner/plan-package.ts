import type { DependencyStatement, ScriptStatement, StartOptionStatement, Statement } from '@joinery/kit';
import semver from 'semver';
import type { Lockfile } from '../lockfile/lockfile.ts';
import { EXIT, ProblemError } from '../problem.ts';
import type { PackageJson } from '../profile/package-json.ts';
import type { Said } from './gather.ts';
import type { PackageChanges } from './host-editor.ts';

/** What of package.json is Joinery's, before and after. */
export interface PlannedPackage {
  readonly changes: PackageChanges;
  readonly lock: Pick<Lockfile, 'dependencies' | 'scripts' | 'startOptions'>;
  readonly owners: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Decide which dependencies, scripts and start options package.json must hold. A dependency of the host's that satisfies
 * the need stays, and none is ever lowered. What a neighbour's features brought is nobody's alone: the last one takes it
 * out. Throws ProblemError `dependency-too-old` or `dependencies-disagree`.
 */
export function planPackage(
  said: readonly Said[],
  lock: Lockfile,
  json: PackageJson,
  neighbours: readonly Lockfile[] = [],
): PlannedPackage {
  const dependencies = [...group(said, 'dependency')]
    .sort(byKey)
    .flatMap(([name, needs]) => dependencyOf(name, needs, json, [lock, ...neighbours]));
  const scripts = [...group(said, 'script')]
    .sort(byKey)
    .flatMap(([name, needs]) => scriptOf(name, needs, json, lock));
  const startOptions = [...group(said, 'start-option')].sort(byKey).map(([, needs]) => ours(needs));
  const added = {
    dependencies: mine(dependencies),
    scripts: mine(scripts),
    startOptions: mine(startOptions),
  };
  return {
    changes: {
      dependencies: added.dependencies.map(({ statement }) => statement),
      scripts: added.scripts.map(({ statement }) => statement),
      startOptions: added.startOptions.map(({ statement }) => statement),
      removed: removedOf(lock, added.dependencies, added.scripts, added.startOptions, json).filter(
        (statement) => !isNeighbours(statement, neighbours),
      ),
    },
    lock: {
      dependencies: Object.fromEntries(
        added.dependencies.map(({ statement, owners }) => [
          statement.name,
          { range: statement.range, dev: statement.dev, owners },
        ]),
      ),
      scripts: Object.fromEntries(
        added.scripts.map(({ statement, owners }) => [
          statement.name,
          { command: statement.command, owners },
        ]),
      ),
      startOptions: added.startOptions.map(({ statement, owners }) => ({
        program: statement.program,
        option: statement.option,
        owners,
      })),
    },
    owners: [...new Set(Object.values(added).flatMap((list) => list.flatMap(({ owners }) => owners)))].sort(),
    warnings: [...dependencies, ...scripts].flatMap((one) =>
      one.warning === undefined ? [] : [one.warning],
    ),
  };
}

type PackageStatement = DependencyStatement | ScriptStatement | StartOptionStatement;

/** One thing of package.json; not `mine` when the host had it already. */
interface Part<S extends PackageStatement> {
  readonly statement: S;
  readonly owners: readonly string[];
  readonly mine: boolean;
  readonly warning?: string;
}

function mine<S extends PackageStatement>(parts: readonly Part<S>[]): readonly Part<S>[] {
  return parts.filter((part) => part.mine);
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}

function group<K extends PackageStatement['kind']>(
  said: readonly Said[],
  kind: K,
): ReadonlyMap<string, readonly Said<Extract<PackageStatement, { kind: K }>>[]> {
  const groups = new Map<string, Said<Extract<PackageStatement, { kind: K }>>[]>();
  for (const one of said) {
    if (!isKind(one, kind)) continue;
    const key = keyOf(one.statement);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

function isKind<K extends Statement['kind']>(
  one: Said,
  kind: K,
): one is Said<Extract<Statement, { kind: K }>> {
  return one.statement.kind === kind;
}

function keyOf(statement: PackageStatement): string {
  return statement.kind === 'start-option' ? `${statement.program} ${statement.option[0]}` : statement.name;
}

function ours<S extends PackageStatement>(needs: readonly Said<S>[]): Part<S> {
  const [first] = needs;
  if (first === undefined) throw new RangeError('a group has at least one member');
  return { statement: first.statement, owners: needs.map(({ feature }) => feature.name).sort(), mine: true };
}

function dependencyOf(
  name: string,
  needs: readonly Said<DependencyStatement>[],
  json: PackageJson,
  locks: readonly Lockfile[],
): readonly Part<DependencyStatement>[] {
  const dev = needs.every(({ statement }) => statement.dev);
  const current = json.dependencies[name] ?? (dev ? json.devDependencies[name] : undefined);
  const locked = locks.map(({ dependencies }) => dependencies[name]).find((one) => one !== undefined);
  if (current !== undefined && locked === undefined)
    return [{ ...ours(needs), mine: false, ...judgeAll(name, current, needs) }];
  const range = narrowest(name, needs);
  const part = { ...ours(needs), statement: { kind: 'dependency', name, range, dev } as const };
  return current === undefined || locked?.range === current
    ? [part]
    : [{ ...part, statement: { ...part.statement, range: current } }];
}

/** What the host has needs to suit each feature; between themselves they need not agree on what they would have brought. */
function judgeAll(
  name: string,
  current: string,
  needs: readonly Said<DependencyStatement>[],
): { readonly warning?: string } {
  const judged = needs.map(({ statement }) => judge(name, current, statement.accepts ?? statement.range));
  return judged.find(({ warning }) => warning !== undefined) ?? {};
}

/** The range that lies inside all the others. */
function narrowest(name: string, needs: readonly Said<DependencyStatement>[]): string {
  const ranges = needs.map(({ statement }) => statement.range);
  const found = ranges.find((range) => ranges.every((other) => semver.subset(range, other)));
  if (found !== undefined) return found;
  throw disagree(name, needs);
}

function judge(name: string, current: string, need: string): { readonly warning?: string } {
  if (semver.validRange(current) === null || semver.subset(current, need)) return {};
  if (semver.intersects(current, need)) return {};
  if (semver.gtr(semver.minVersion(current) ?? '0.0.0', need)) {
    return {
      warning: `\`${name}\` is \`${current}\` in package.json; \`${need}\` was tested. The newer one stays.`,
    };
  }
  throw tooOld(name, current, need);
}

function scriptOf(
  name: string,
  needs: readonly Said<ScriptStatement>[],
  json: PackageJson,
  lock: Lockfile,
): readonly Part<ScriptStatement>[] {
  const part = ours(needs);
  const current = json.scripts[name];
  if (current === undefined || current === part.statement.command || lock.scripts[name] !== undefined)
    return [part];
  const warning = `The script \`${name}\` exists and stays as it is; Joinery's would be \`${part.statement.command}\`.`;
  return [{ ...part, mine: false, warning }];
}

function removedOf(
  lock: Lockfile,
  dependencies: readonly Part<DependencyStatement>[],
  scripts: readonly Part<ScriptStatement>[],
  startOptions: readonly Part<StartOptionStatement>[],
  json: PackageJson,
): PackageChanges['removed'] {
  const wanted = [...dependencies, ...scripts, ...startOptions].map(({ statement }) => statement);
  const stays = new Set(wanted.map((statement) => keyed(statement)));
  const before: readonly PackageStatement[] = [
    ...Object.entries(lock.dependencies).map(
      ([name, { range, dev }]) => ({ kind: 'dependency', name, range, dev }) as const,
    ),
    ...Object.entries(lock.scripts).map(
      ([name, { command }]) => ({ kind: 'script', name, command }) as const,
    ),
    ...lock.startOptions.map(({ program, option }) => ({ kind: 'start-option', program, option }) as const),
  ];
  return before.filter((statement) => !stays.has(keyed(statement)) || isReplaced(statement, wanted, json));
}

function isNeighbours(statement: PackageStatement, neighbours: readonly Lockfile[]): boolean {
  return neighbours.some(({ dependencies, scripts }) => {
    if (statement.kind === 'dependency') return Object.hasOwn(dependencies, statement.name);
    return statement.kind === 'script' && Object.hasOwn(scripts, statement.name);
  });
}

/** Whether a newer version wants something else where ours still stands as it was written. */
function isReplaced(
  before: PackageStatement,
  wanted: readonly PackageStatement[],
  json: PackageJson,
): boolean {
  const now = wanted.find((statement) => keyed(statement) === keyed(before));
  if (now === undefined || JSON.stringify(now) === JSON.stringify(before)) return false;
  if (before.kind === 'start-option') return true;
  if (before.kind === 'script') return json.scripts[before.name] === before.command;
  const list = before.dev ? json.devDependencies : json.dependencies;
  return list[before.name] === before.range;
}

function keyed(statement: PackageStatement): string {
  return `${statement.kind} ${keyOf(statement)}`;
}

function tooOld(name: string, current: string, need: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'dependency-too-old',
    exitCode: EXIT.unresolved,
    found: `The generated code needs \`${name}\` ${need}, and package.json says \`${current}\`.`,
    todo: `Upgrade \`${name}\` to \`${need}\`, then run the command again.`,
    places: [`package.json#dependencies.${name}`],
  });
}

function disagree(name: string, needs: readonly Said<DependencyStatement>[]): ProblemError {
  const each = needs.map(({ feature, statement }) => `\`${feature.name}\` needs ${statement.range}`);
  return new ProblemError({
    kind: 'problem',
    id: 'dependencies-disagree',
    exitCode: EXIT.unresolved,
    found: `No range of \`${name}\` suits everyone: ${each.join(', ')}.`,
    todo: 'Leave one of these features out, or use versions of them that agree.',
  });
}
