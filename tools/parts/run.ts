import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { newerNode } from './newer-node.ts';

/*
 * Runs the tests with real parts, on a Node.js that has node:sqlite:
 *   npx tsx tools/parts/run.ts [what jest is told]
 */
const root = join(import.meta.dirname, '../..');
const node = newerNode();
if ('problem' in node) {
  console.error(`\n${'!'.repeat(80)}\nTests of SQLite are skipped: ${node.problem}.\n${'!'.repeat(80)}\n`);
  if (process.env.CI) process.exit(1);
}
const jest = join(root, 'node_modules/jest/bin/jest.js');
const words = [jest, '--config', join(root, 'tools/parts/jest.config.ts'), ...process.argv.slice(2)];
const { status } = spawnSync('path' in node ? node.path : process.execPath, words, { stdio: 'inherit' });
process.exitCode = status ?? 1;
