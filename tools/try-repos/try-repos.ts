import { readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Check } from './checks.ts';
import { familiesOf } from './families.ts';
import { report } from './report.ts';
import { latest, type Repo, type Trial } from './trial.ts';
import { tryRepo } from './try-repo.ts';

/**
 * Try Joinery on local checkouts, without touching them:
 * `npx tsx --conditions=@joinery/source tools/try-repos/try-repos.ts --families basic,domain <folder or list.json> …`.
 * The `joinery` command must have been built (`npx nx run-many -t build`). Without `--families` and `--features`, every family of families.ts is tried. A list is an array of `{ name, path, service?, shape?, commit?, env? }`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    families: { type: 'string' },
    /** Tried together besides, at `--tier`: `health,metrics`. */
    features: { type: 'string' },
    tier: { type: 'string', default: 'basic' },
    /** `install`, `types`, `tests`, `boot`: what is done beyond planning, applying, repeating and removing. */
    checks: { type: 'string', default: 'install,types,tests,boot' },
    /** What earlier runs wrote with `--json`: the report tells it, too, where this one did not try again. */
    earlier: { type: 'string', multiple: true, default: [] },
    json: { type: 'string' },
    table: { type: 'string' },
  },
});

const repos = positionals.flatMap((path): readonly Repo[] =>
  path.endsWith('.json')
    ? JSON.parse(readFileSync(path, 'utf8'))
    : [{ name: basename(resolve(path)), path: resolve(path) }],
);
const known: readonly Check[] = ['install', 'types', 'tests', 'boot'];
const asked = values.checks.split(',');
const wish = {
  families: familiesOf(values.families, values.features, values.tier),
  checks: new Set(known.filter((check) => asked.includes(check))),
};
const trials: Trial[] = [];
for (const repo of repos) {
  for (const trial of await tryRepo(repo, wish)) {
    trials.push(trial);
    const { outcome, name, family, seconds, refusal = '' } = trial;
    process.stdout.write(`${outcome.padEnd(8)} ${family} on ${name} (${seconds} s) ${refusal}\n`);
    for (const note of trial.notes) process.stdout.write(`    ${note}\n`);
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(trials, null, 2)}\n`);
}
const earlier = values.earlier.flatMap((file): readonly Trial[] => JSON.parse(readFileSync(file, 'utf8')));
const text = report(latest([...earlier, ...trials]));
if (values.table !== undefined) writeFileSync(values.table, text);
process.stdout.write(`\n${text}`);
process.exitCode = trials.some(({ outcome }) => outcome === 'broken') ? 1 : 0;
