import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGES, VERSION_SETS } from '../../generators/telemetry/version-sets.ts';
import { newestSets } from './newest-sets.ts';

/*
 * Looks up the newest versions of OpenTelemetry that belong together, one set for each line, and writes them into
 * generators/telemetry/version-sets.ts:
 *   npx tsx tools/telemetry-sets/recompute.ts
 * Then run the test beside it, which installs each set.
 */
const file = join(import.meta.dirname, '../../generators/telemetry/version-sets.ts');

const sets = newestSets({
  versions: (name) => view(name, 'versions') as readonly string[],
  field: (name, version, field) => (view(`${name}@${version}`, field) ?? {}) as Record<string, string>,
  packages: PACKAGES,
});
const lines = Object.entries(sets).map(([line, { node, api, stable, experimental, logs }]) => {
  const values = { node, api, stable, experimental, logs };
  const text = Object.entries(values).map(([key, value]) => `${key}: '${value}'`);
  return `  '${line}': { ${text.join(', ')} },`;
});
const before = readFileSync(file, 'utf8');
const table = /(export const VERSION_SETS[^=]*= \{\n)[\s\S]*?(\n\};)/;
writeFileSync(file, before.replace(table, `$1${lines.join('\n')}$2`));
console.log(
  before === readFileSync(file, 'utf8') ? 'Nothing is newer.' : 'Written; run the test of the sets.',
);
console.log({ before: VERSION_SETS, after: sets });

function view(name: string, field: string): unknown {
  const text = execFileSync('npm', ['view', name, field, '--json'], { encoding: 'utf8' });
  return text.trim() === '' ? undefined : JSON.parse(text);
}
