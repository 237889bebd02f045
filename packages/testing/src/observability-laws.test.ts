import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, readHostFiles } from './host-files.ts';
import { typeErrors } from './type-errors.ts';
import { openWorkbench } from './workbench.ts';

const root = join(__dirname, '../../..');
const fixtures = join(__dirname, '../fixtures');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));
const FEATURES = ['alerts', 'dashboards', 'observability-stack', 'slo'];

const manifests: HostFiles = { 'k8s/deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\n' };

describe.each(readdirSync(fixtures))('rules, alerts and dashboards in %s', (name) => {
  const host: HostFiles = { ...readHostFiles(join(fixtures, name)), ...manifests };
  const add = (files: HostFiles, ...features: readonly string[]) =>
    bench.run(files, { add: features.map((feature) => ({ name: feature })), tier: 'advanced' });

  test('are the same in any order, change nothing twice, and come out without a trace', async () => {
    const together = await add(host, ...FEATURES);
    expect(await add(together, ...FEATURES)).toEqual(together);
    let reversed = host;
    for (const feature of [...FEATURES].reverse()) reversed = await add(reversed, feature);
    expect({ ...reversed, 'joinery.json': '' }).toEqual({ ...together, 'joinery.json': '' });
    expect(await bench.remove(together, ...FEATURES)).toEqual(host);
    expect(typeErrors(together)).toBe('');
  });
});

test('what follows from slo.yaml follows it when it is edited, and slo.yaml stays people’s', async () => {
  const host = readHostFiles(join(fixtures, 'parcels-express'));
  const added = await bench.run(host, { add: [{ name: 'slo' }], tier: 'intermediate' });
  const edited = (added['slo.yaml'] ?? '').replace('99.5', '99.9');
  const after = await bench.run({ ...added, 'slo.yaml': edited }, { add: [], tier: 'intermediate' });
  expect(after['slo.yaml']).toBe(edited);
  expect(after['observability/prometheus/slo.rules.yaml']).toContain('> 0.0144');
  // The host's own script rendered something in between: no conflict, it follows again.
  const rendered = { ...after, 'observability/prometheus/slo.rules.yaml': 'rendered by the host\n' };
  expect(await bench.run(rendered, { add: [], tier: 'intermediate' })).toEqual(after);
  const removed = await bench.remove(rendered, 'slo');
  expect(removed).toEqual({ ...host, 'slo.yaml': edited });
});

test('an objective that cannot be used stops the plan with file and key', async () => {
  const host = readHostFiles(join(fixtures, 'parcels-express'));
  const added = await bench.run(host, { add: [{ name: 'slo' }], tier: 'intermediate' });
  const broken = (added['slo.yaml'] ?? '').replace('99.5', '100').replace('threshold: 0.5', 'threshold: 0');
  expect(await bench.compose({ ...added, 'slo.yaml': broken }, {})).toMatchObject({
    id: 'input-refused',
    exitCode: 1,
    found: expect.stringMatching(
      /100 % leaves no budget.*number of seconds|number of seconds.*100 % leaves no budget/,
    ),
    places: expect.arrayContaining(['slo.yaml#objectives[1].latency.threshold']),
  });
  const unreadable = await bench.compose({ ...added, 'slo.yaml': 'objectives: [\n' }, {});
  expect(unreadable).toMatchObject({ id: 'unreadable-yaml', places: ['slo.yaml:2'] });
});
