import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { hash } from '@joinery/engine';
import { openWorkbench } from '../workbench.ts';
import { pickFeatures } from './pick-features.ts';
import { fixtureHosts } from './try-laws.ts';

/**
 * Add all the features that fit to every fixture, and print a hash of each result: a process of its own for L7.
 * Arguments: the root of the workspace, the folder of this package, features.
 */
const [root = '', own = '', ...features] = process.argv.slice(2);
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));
for (const [name, host] of Object.entries(
  fixtureHosts(join(own, 'fixtures'), join(own, 'workspaces/fixtures')),
)) {
  const all = await pickFeatures(bench, host, features, 'enterprise');
  const added = await bench.run(host, { add: all.map((each) => ({ name: each })), tier: 'enterprise' });
  process.stdout.write(`${name} ${all.length} ${hash(JSON.stringify(added))}\n`);
}
