import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
    await takeAway(lock, String(owner));
  }
  throw new StoreLockedError(`${lock} could not be taken.`);
}

/** The lock appears together with what it holds: nobody sees an empty one. */
async function create(lock: string): Promise<boolean> {
  const own = `${lock}.${process.pid}.new`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, lock);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/** Take away what a process left behind that is gone. Of several that try, only one gets it: renaming is atomic. */
async function takeAway(lock: string, owner: string): Promise<void> {
  const mine = `${lock}.${process.pid}`;
  try {
    await rename(lock, mine);
    // Somebody else was quicker, and has locked it since: what is theirs goes back.
    const text = await readFile(mine, 'utf8');
    if (text !== owner && isRunning(Number(text))) await link(mine, lock);
    await rm(mine, { force: true });
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' && systemCode(error) !== 'EEXIST') throw error;
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
