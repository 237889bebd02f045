import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, openWorkbench, readHostFiles } from '@joinery/testing';
import { ROOT } from '../running/joinery.ts';
import { checkGrafanaTypes } from './check-grafana-types.ts';
import { CONTRIBUTING } from './contributing.ts';
import { type LintedDashboard, lint } from './lint-dashboard.ts';

const bench = openWorkbench(openCatalog({ workspace: ROOT, files: [], more: [] }));

let files: HostFiles;
beforeAll(async () => {
  const host = readHostFiles(join(ROOT, 'packages/testing/fixtures/parcels-express'));
  const logs = { logs: '{service_name="parcels"}' };
  const add = CONTRIBUTING.map((name) => ({ name, ...(name === 'dashboards' ? { options: logs } : {}) }));
  files = await bench.run(host, { add, tier: 'enterprise' });
});

const under = (folder: string) => Object.entries(files).filter(([path]) => path.startsWith(folder));

test('dashboards have no fault, whoever contributed to them', () => {
  const dashboards = under('observability/grafana/dashboards/');
  expect(dashboards).toHaveLength(4);
  for (const [path, text] of dashboards) {
    const dashboard: LintedDashboard = JSON.parse(text);
    expect({ path, faults: lint(dashboard) }).toEqual({ path, faults: [] });
  }
  expect(files['observability/grafana/dashboards/service.json']).toMatch(/Circuits of upstreams/);
});

test('dashboards are what the types of Grafana say', () => {
  const dashboards = under('observability/grafana/dashboards/').map(([, text]) => text);
  const kinds = [...dashboards.join('').matchAll(/"type": "([a-z-]+)"/g)].map(([, kind]) => kind);
  expect(kinds).toEqual(
    expect.arrayContaining(['logs', 'row', 'stat', 'state-timeline', 'table', 'timeseries']),
  );
  expect(checkGrafanaTypes(dashboards)).toEqual([]);
});

test('every alert leads to a runbook that is there, with all it must say', () => {
  const rules = under('observability/prometheus/').filter(([path]) => path.endsWith('.rules.yaml'));
  const urls = rules.flatMap(([, text]) =>
    [...text.matchAll(/runbook_url: (.*)/g)].map((match) => match[1] ?? ''),
  );
  const alerts = rules.flatMap(([, text]) => [...text.matchAll(/- alert: (.*)/g)]);
  expect(urls).toHaveLength(alerts.length);
  for (const url of new Set(urls)) {
    for (const heading of ['Meaning', 'Impact', 'Diagnosis', 'Mitigation']) {
      expect({ url, text: files[url] }).toEqual({ url, text: expect.stringContaining(`## ${heading}\n`) });
    }
  }
});

test('nothing is left to fill in', () => {
  const rules = [...under('observability/prometheus/'), ...under('docs/runbooks/')];
  expect(rules.length).toBeGreaterThan(15);
  // What Prometheus fills in is for the alert, not for the page about it.
  expect(under('docs/runbooks/').filter(([, text]) => text.includes('{{'))).toEqual([]);
  expect(rules.filter(([, text]) => /\$job|\$instance\b|\$[A-Z]/.test(text)).map(([path]) => path)).toEqual(
    [],
  );
});

test('the database stands in the stack', () => {
  expect(files['observability/compose.yaml']).toMatch(/^ {2}postgres:$/m);
});
