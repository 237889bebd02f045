import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { EXIT, ProblemError } from '@joinery/engine';
import { type Disk, errorCode, ifThere, removeIfEmpty } from './disk.ts';
import { type HostPlace, stateFolder } from './host-place.ts';

/** Who holds a lock: a process id alone may have been given to another process since. */
interface Holder {
  readonly pid: number;
  readonly machine: string;
  /** When the process began, in the system's own terms; empty where it can't be told. */
  readonly began: string;
}

/**
 * Become the only writer of a host; the answer gives that up again. A lock whose process is gone is taken over.
 * Throws ProblemError `apply-running` while another process writes.
 */
export function acquireLock(disk: Disk, host: HostPlace): () => void {
  const folder = stateFolder(host);
  const file = join(folder, 'apply.lock');
  disk.mkdirSync(folder, { recursive: true });
  const own = join(folder, `apply.lock.${process.pid}`);
  disk.writeFileSync(own, JSON.stringify(holderOf(process.pid)));
  try {
    takeOver(disk, file, own);
  } finally {
    disk.rmSync(own, { force: true });
  }
  return () => {
    try {
      disk.rmSync(file, { force: true });
      removeIfEmpty(disk, folder);
    } catch {
      // The work is done; a lock that stays is taken over once this process is gone.
    }
  };
}

/** A hard link appears whole or not at all, and only one process can make it. */
function takeOver(disk: Disk, file: string, own: string): void {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      disk.linkSync(own, file);
      return;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const text = ifThere(() => disk.readFileSync(file, 'utf8'));
    if (text === undefined) continue;
    const holder = readHolder(text);
    if (holder === undefined || isAlive(holder)) throw running(file, holder);
    setAside(disk, file, text);
  }
  throw running(file, undefined);
}

/** Move a stale lock away; if it turns out that another process was quicker, give its lock back. */
function setAside(disk: Disk, file: string, stale: string): void {
  const aside = `${file}.stale.${process.pid}`;
  const moved = ifThere(() => {
    disk.renameSync(file, aside);
    return disk.readFileSync(aside, 'utf8');
  });
  if (moved !== undefined && moved !== stale) ifThere(() => disk.linkSync(aside, file));
  disk.rmSync(aside, { force: true });
}

function holderOf(pid: number): Holder {
  return { pid, machine: hostname(), began: beginOf(pid) };
}

function beginOf(pid: number): string {
  try {
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? ''
    );
  } catch {
    return '';
  }
}

function readHolder(text: string): Holder | undefined {
  try {
    const { pid, machine, began } = JSON.parse(text) as Partial<Holder>;
    if (typeof pid !== 'number' || typeof machine !== 'string' || typeof began !== 'string') return undefined;
    return { pid, machine, began };
  } catch {
    return undefined;
  }
}

function isAlive({ pid, machine, began }: Holder): boolean {
  if (machine !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
  }
  return began === '' || began === beginOf(pid);
}

function running(file: string, holder: Holder | undefined): ProblemError {
  const who = holder === undefined ? 'Another process' : `Process ${holder.pid} on ${holder.machine}`;
  return new ProblemError({
    kind: 'problem',
    id: 'apply-running',
    exitCode: EXIT.error,
    found: `${who} is changing this service right now.`,
    todo: `Wait until it is done. If you are sure that nothing runs, delete \`${file}\`.`,
    places: [file],
  });
}
