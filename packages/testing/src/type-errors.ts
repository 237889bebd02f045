import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostFiles } from './host-files.ts';

const root = join(__dirname, '../../..');
// Inside the repository, so that the compiler finds the frameworks' types in its node_modules.
const scratch = join(__dirname, '../dist/checked');

/** What the compiler says of a host under the strictest settings; empty when it is content. */
export function typeErrors(files: HostFiles): string {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, 'host-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--skipLibCheck', '--strict', '--exactOptionalPropertyTypes'];
    // Several threads check what all files share once each, and a host is gone before its garbage is worth collecting:
    // this needs half of the processor time.
    const words = [tsc, '-p', folder, ...options, '--singleThreaded'];
    const env = { ...process.env, GOGC: 'off' };
    const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8', env });
    return status === 0 ? '' : stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
