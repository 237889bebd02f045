import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Place, runOrThrow } from '../running/run-command.ts';
import { type Session, uses } from './sessions.ts';

/** The first user that people get on Linux; it need not exist. */
const SOMEBODY = 1_000;

/** Say where and as whom a session runs: `yo` refuses to run as root, so then its host is given to somebody else. */
export async function handOver(session: Session, cwd: string): Promise<Place> {
  if (process.getuid?.() !== 0 || !uses(session, 'yo')) return { cwd };
  const home = join(dirname(cwd), 'home');
  mkdirSync(home, { recursive: true });
  chmodSync(dirname(cwd), 0o755);
  await runOrThrow(['chown', '--recursive', `${SOMEBODY}:${SOMEBODY}`, cwd, home], { cwd });
  const env = {
    HOME: home,
    npm_config_cache: join(home, '.npm'),
    npm_config_userconfig: join(home, '.npmrc'),
  };
  return { cwd, env, uid: SOMEBODY };
}
