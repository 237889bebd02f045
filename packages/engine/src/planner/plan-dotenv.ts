import type { DotenvStatement } from '@joinery/kit';
import type { LockedDotenv, Lockfile } from '../lockfile/lockfile.ts';
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
  const removed = Object.keys(locked?.entries ?? {}).filter(
    (name) => !entries.some((entry) => entry.name === name),
  );
  const text = editor.editDotenv(current && followed(current, entries, locked), entries, removed);
  const owners = [...new Set(mine.map(({ feature }) => feature.name))].sort();
  const reason = { owners, because: 'names the variables the features read' };
  const mineNow = entries.filter(
    ({ name }) =>
      Object.hasOwn(locked?.entries ?? {}, name) ||
      !new RegExp(`^\\s*#?\\s*${name}=`, 'm').test(current ?? ''),
  );
  const written = mineNow.map(({ name, value, comment }) => [name, { value, comment }] as const);
  const created = locked?.created ?? current === undefined;
  const kept =
    written.length === 0 ? [] : [[file, { created, entries: Object.fromEntries(written) }] as const];
  return { change: changeOf(file, current, text, created, reason), locked: kept };
}

/** A variable that people left as it was written follows the feature: its comment and its value. */
function followed(
  text: string,
  wanted: DotenvStatement['entries'],
  locked: LockedDotenv | undefined,
): string {
  return wanted.reduce((result, { name, value, comment }) => {
    const before = locked?.entries[name];
    if (before === undefined || (before.value === value && before.comment === comment)) return result;
    const lines = result.split('\n');
    const at = lines.findIndex((line) => line.replace(/\r$/, '') === `${name}=${before.value}`);
    if (at === -1) return result;
    const end = lines[at]?.endsWith('\r') === true ? '\r' : '';
    lines[at] = `${name}=${value}${end}`;
    if (lines[at - 1] === `# ${before.comment}${end}`) lines[at - 1] = `# ${comment}${end}`;
    return lines.join('\n');
  }, text);
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
