import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, openWorkbench, readHostFiles } from '@joinery/testing';
import { describeWith } from '../parts/parts.ts';
import { runOn } from '../parts/promtool.ts';
import { ROOT } from '../running/joinery.ts';

const bench = openWorkbench(openCatalog({ workspace: ROOT, files: [], more: [] }));
const FEATURES = [
  'alerts',
  'dashboards',
  'health',
  'observability-stack',
  'resilience',
  'slo',
  'storage-postgres',
];

let files: HostFiles;
beforeAll(async () => {
  const host = readHostFiles(join(ROOT, 'packages/testing/fixtures/parcels-express'));
  files = await bench.run(host, { add: FEATURES.map((name) => ({ name })), tier: 'enterprise' });
});

describeWith('promtool')('what several features contribute', () => {
  test('Prometheus takes its configuration and every rule that it loads', () => {
    const prometheus = Object.entries(files).filter(([path]) => path.startsWith('observability/prometheus/'));
    const said = runOn(Object.fromEntries(prometheus), [
      'promtool',
      'check',
      'config',
      '--lint=all',
      '--lint-fatal',
      'prometheus.yaml',
    ]);
    expect(said).toMatchObject({ status: 0 });
    expect(said.output).toMatch(/2 rule files found/);
  });

  test('every query of every dashboard is PromQL', () => {
    const rules = Object.entries(files)
      .filter(([path]) => path.startsWith('observability/grafana/dashboards/'))
      .flatMap(([, json]) => [...json.matchAll(/"expr": ("(?:[^"\\]|\\.)*")/g)])
      .map((match, index) => ({ record: `query${index}`, expr: filled(JSON.parse(match[1] ?? '""')) }));
    expect(rules.length).toBeGreaterThan(50);
    const file = { 'queries.yaml': JSON.stringify({ groups: [{ name: 'queries', rules }] }) };
    expect(runOn(file, ['promtool', 'check', 'rules', 'queries.yaml'])).toMatchObject({ status: 0 });
  });
});

function filled(expr: string): string {
  return expr.replaceAll('$job', '.+').replaceAll('$instance', '.+').replaceAll('$__rate_interval', '5m');
}
