import { spawnSync } from 'node:child_process';
import { DEBIAN_PACKAGES, findPart } from './parts.ts';

/**
 * Install the Debian packages whose programs are missing. Where that is impossible, say so loudly; in CI it is an error,
 * because a test that is not run proves nothing.
 */
export default function installParts(): void {
  const missing = Object.entries(DEBIAN_PACKAGES).filter(([, program]) => findPart(program) === undefined);
  if (missing.length === 0) return;
  const packages = missing.map(([name]) => name);
  const problem = install(packages);
  if (problem === undefined) return;
  const notice = `These tests need ${packages.join(', ')} of Debian, which could not be installed: ${problem}`;
  if (process.env.CI) throw new Error(notice);
  console.error(`\n${'!'.repeat(80)}\n${notice}\nTests that need them are skipped.\n${'!'.repeat(80)}\n`);
}

/** What went wrong; `undefined` when nothing did. */
function install(packages: readonly string[]): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can install packages';
  const apt = (...words: readonly string[]) =>
    spawnSync('apt-get', words, {
      encoding: 'utf8',
      // No server may start by itself: each test starts its own, on a port of its own.
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
  apt('update');
  const { status, stderr, error } = apt('install', '-y', '--no-install-recommends', ...packages);
  return status === 0 ? undefined : (error?.message ?? stderr.trim().split('\n').at(-1) ?? 'apt-get failed');
}
