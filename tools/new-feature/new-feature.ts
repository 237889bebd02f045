import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { featureFiles } from './feature-files.ts';

/*
 * Makes a feature that passes every check:
 *   npm run new:feature -- <name>
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const name = process.argv[2] ?? '';
const folder = join(root, 'generators', name);

if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
  fail(`\`${name}\` is no name for a feature. Say one in lower case, words joined by hyphens: audit-log.`);
} else if (existsSync(folder)) {
  fail(`generators/${name} exists already.`);
} else {
  for (const [path, text] of Object.entries(featureFiles(name))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  spawnSync('npx', ['tsx', 'tools/derive-generators.ts'], { cwd: root, stdio: 'inherit' });
  console.log(`Made generators/${name}. Next: npm install, then npx jest ${name} packages/testing.`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
