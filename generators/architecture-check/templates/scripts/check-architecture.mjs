// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modulesIn } from './architecture/modules-in.mjs';
import { layerOf, violationsOf } from './architecture/violations-of.mjs';

/*
 * Checks the imports of this service by architecture.rules.json:
 *   node scripts/check-architecture.mjs              exit 1 when something new is forbidden, or nothing could be looked at
 *   node scripts/check-architecture.mjs --baseline   let what is forbidden now pass, and nothing else; it may only shrink
 */
const service = join(dirname(fileURLToPath(import.meta.url)), '..');
const baselineFile = join(service, 'architecture.baseline.json');
/** @type {import('./architecture/violations-of.mjs').Rules} */
const rules = JSON.parse(readFileSync(join(service, 'architecture.rules.json'), 'utf8'));
const modules = modulesIn(service, rules.root);
const violations = violationsOf(modules, rules);
/** @type {string[]} */
const allowed = existsSync(baselineFile) ? JSON.parse(readFileSync(baselineFile, 'utf8')) : [];

if (modules.length === 0) {
  fail([
    `There is no module in \`${rules.root}\`, so nothing was checked. \`root\` in architecture.rules.json says where they are.`,
  ]);
} else if (process.argv.includes('--baseline')) {
  const first = !existsSync(baselineFile);
  const keys = violations.map(({ key }) => key).filter((key) => first || allowed.includes(key));
  writeFileSync(baselineFile, `${JSON.stringify(keys.sort(), null, 2)}\n`);
  console.log(`architecture.baseline.json lets ${keys.length} violations pass.`);
} else {
  const fresh = violations.filter(({ key }) => !allowed.includes(key));
  const gone = allowed.filter((key) => !violations.some((one) => one.key === key));
  fail([
    ...fresh.map(({ place, says }) => `${place}  ${says}`),
    ...gone.map(
      (key) =>
        `architecture.baseline.json  \`${key}\` is mended: take it out with \`--baseline\`, so that it cannot come back`,
    ),
  ]);
  const inLayers = modules.filter(({ path }) => layerOf(path, rules) !== undefined).length;
  console.log(
    `${modules.length} modules checked, ${inLayers} of them in a layer; ${allowed.length} old violations let pass.`,
  );
}

/** @param {readonly string[]} lines */
function fail(lines) {
  if (lines.length === 0) return;
  console.error(lines.join('\n'));
  process.exitCode = 1;
}
