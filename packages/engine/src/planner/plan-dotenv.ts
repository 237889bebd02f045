import type { DotenvStatement } from '@joinery/kit';
import type { Lockfile } from '../lockfile/lockfile.ts';
import { hash } from '../tree/hash.ts';
import type { Tree } from '../tree/tree.ts';
import type { Said } from './gather.ts';
import type { HostEditor } from './host-editor.ts';
import type { Change } from './plan.ts';

/** What becomes of dotenv files, and what the lockfile must say of them. */
export interface PlannedDotenv {
  readonly changes: readonly Change[];
  readonly dotenv: Lockfile['dotenv'];
}

/** Keep each `.env.example` in step with what features read. What people wrote in it stays. */
export function planDotenv(
  said: readonly Said[],
  lock: Lockfile,
  tree: Tree,
  editor: Pick<HostEditor, 'editDotenv'>,
): PlannedDotenv {
  const statements = said.filter((one): one is Said<DotenvStatement> => one.statement.kind === 'dotenv');
  const files = [
    ...new Set([...statements.map(({ statement }) => statement.file), ...Object.keys(lock.dotenv)]),
  ];
  const planned = files.sort().map((file) => {
    const mine = statements.filter(({ statement }) => statement.file === file);
    return planFile(file, mine, lock, tree, editor);
  });
  return {
    changes: planned.flatMap(({ change }) => change),
    dotenv: Object.fromEntries(planned.flatMap(({ locked }) => locked)),
  };
}

function planFile(
  file: string,
  mine: readonly Said<DotenvStatement>[],
  lock: Lockfile,
  tree: Tree,
  editor: Pick<HostEditor, 'editDotenv'>,
): {
  readonly change: readonly Change[];
  readonly locked: readonly (readonly [string, Lockfile['dotenv'][string]])[];
} {
  const current = tree.read(file);
  const locked = lock.dotenv[file];
  const entries = mine.flatMap(({ statement }) => statement.entries);
  const removed = (locked?.names ?? []).filter((name) => !entries.some((entry) => entry.name === name));
  const text = editor.editDotenv(current, entries, removed);
  const owners = [...new Set(mine.map(({ feature }) => feature.name))].sort();
  const reason = { owners, because: 'names the variables the features read' };
  const names = entries
    .map(({ name }) => name)
    .filter(
      (name) => locked?.names.includes(name) || !new RegExp(`^\\s*#?\\s*${name}=`, 'm').test(current ?? ''),
    );
  const created = locked?.created ?? current === undefined;
  const kept = names.length === 0 ? [] : [[file, { created, names: [...names].sort() }] as const];
  return { change: changeOf(file, current, text, created, reason), locked: kept };
}

function changeOf(
  path: string,
  current: string | undefined,
  text: string | undefined,
  created: boolean,
  reason: Change['reason'],
): readonly Change[] {
  if (current === text) return [];
  if (current === undefined) return text === undefined ? [] : [{ kind: 'create', path, text, reason }];
  const before = hash(current);
  if (text === undefined && created) return [{ kind: 'delete', path, before, reason }];
  return [{ kind: 'update', path, before, text: text ?? '', reason }];
}
