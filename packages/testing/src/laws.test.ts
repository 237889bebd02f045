import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { profile } from '@joinery/engine';
import { fixtureHosts, tryLaws } from './laws/try-laws.ts';
import { typeErrors } from './laws/type-errors.ts';
import { watchedTree } from './laws/watched-tree.ts';

const root = join(__dirname, '../../..');
const generators = join(root, 'generators');
const catalog = openCatalog({ workspace: root, files: [], more: [] });
const FEATURES = readdirSync(generators, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

const own = join(__dirname, '..');
const fixtures = fixtureHosts(join(own, 'fixtures'), join(own, 'workspaces/fixtures'));
const hosts = Object.entries(fixtures).map(([name, files]) => {
  return { name, files, framework: profile(watchedTree(files).tree, {}).framework?.value.name };
});

/** Each feature is tried alone once on each framework: hosts of one framework share them out. */
function share(framework: string | undefined, name: string): readonly string[] {
  const alike = hosts.filter((host) => host.framework === framework).map((host) => host.name);
  return FEATURES.filter((_, index) => alike[index % alike.length] === name);
}

/** `JOINERY_SEED` repeats a run; CI sets it, so that it does not fail for what nobody changed. */
const SEED = process.env.JOINERY_SEED === undefined ? {} : { seed: Number(process.env.JOINERY_SEED) };

const homes = new Set<string>();

describe.each(hosts)('in $name', ({ name, files: host, framework }) => {
  const added = new Map([['as it was', host]]);

  test('every feature keeps the laws: alone, with all that fit, and in random sets and orders', async () => {
    const report = await tryLaws({
      catalog,
      features: FEATURES,
      alone: share(framework, name),
      hosts: { [name]: host },
      needsHome: false,
      ...SEED,
      onAdded: (_, files, about) => added.set(about, files),
    });
    expect({ faults: report.faults, seed: report.seed }).toEqual({ faults: [], seed: report.seed });
    for (const feature of report.homes) homes.add(feature);
    expect(report.tried.L1).toBeGreaterThan(3);
    expect(report.tried.L2).toBeGreaterThan(0);
  });

  test('L6: it type-checks as it was, with each feature, and with all', () => {
    expect(added.size).toBeGreaterThan(2);
    // Inside the repository, so that the compiler finds the frameworks' types in its node_modules.
    expect(typeErrors(root, join(__dirname, '../dist/laws', name), added)).toBe('');
  });
});

test('no feature was left out: each fits into some fixture', () => {
  expect([...homes].sort()).toEqual(FEATURES);
});
