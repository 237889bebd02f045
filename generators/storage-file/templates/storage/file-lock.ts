import { open, readFile, rm } from 'node:fs/promises';
import { StoreLockedError, systemCode } from './file-errors.ts';

/**
 * Take `<path>.lock`, which holds the id of its process. One left behind by a process that no longer runs is taken over.
 * Returns what gives it back. Throws StoreLockedError while another process has it.
 */
export async function lockFile(path: string): Promise<() => Promise<void>> {
  const lock = `${path}.lock`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await create(lock)) return () => rm(lock, { force: true });
    const owner = Number(await readFile(lock, 'utf8').catch(() => '0'));
    if (owner !== process.pid && isRunning(owner)) {
      throw new StoreLockedError(`${path} is used by the process ${owner}.`);
    }
    await rm(lock, { force: true });
  }
  throw new StoreLockedError(`${lock} could not be taken.`);
}

async function create(lock: string): Promise<boolean> {
  try {
    const handle = await open(lock, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** A process of another user cannot be signalled, but runs. */
function isRunning(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}
