import { readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { report } from './report.ts';
import type { Repo, Trial } from './trial.ts';
import { tryRepo } from './try-repo.ts';

/**
 * Try Joinery on local checkouts, without touching them:
 * `npx tsx --conditions=@joinery/source tools/try-repos/try-repos.ts --features health,metrics <folder or list.json> …`.
 * A list is an array of `{ name, path, service?, shape?, commit?, env? }`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    features: { type: 'string', default: 'config-env,graceful-shutdown,health,metrics' },
    /** `install`, `types`, `tests`, `boot`: what is done beyond planning, applying, repeating and removing. */
    checks: { type: 'string', default: 'install,types,tests,boot' },
    json: { type: 'string' },
    table: { type: 'string' },
  },
});

const repos = positionals.flatMap((path): readonly Repo[] =>
  path.endsWith('.json')
    ? JSON.parse(readFileSync(path, 'utf8'))
    : [{ name: basename(resolve(path)), path: resolve(path) }],
);
const known = ['install', 'types', 'tests', 'boot'] as const;
const asked = values.checks.split(',');
const wish = {
  features: values.features.split(','),
  checks: new Set(known.filter((check) => asked.includes(check))),
};
const trials: Trial[] = [];
for (const repo of repos) {
  const trial = await tryRepo(repo, wish);
  trials.push(trial);
  process.stdout.write(
    `${trial.outcome.padEnd(8)} ${trial.name} (${trial.seconds} s) ${trial.refusal ?? ''}\n`,
  );
  for (const note of trial.notes) process.stdout.write(`    ${note}\n`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(trials, null, 2)}\n`);
}
const text = report(trials);
if (values.table !== undefined) writeFileSync(values.table, text);
process.stdout.write(`\n${text}`);
process.exitCode = trials.some(({ outcome }) => outcome === 'broken') ? 1 : 0;
