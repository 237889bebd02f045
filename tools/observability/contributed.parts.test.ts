import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, openWorkbench, readHostFiles } from '@joinery/testing';
import { describeWith } from '../parts/parts.ts';
import { playScenarios, runOn, type Scenario } from '../parts/promtool.ts';
import { ROOT } from '../running/joinery.ts';
import { CONTRIBUTING } from './contributing.ts';

const bench = openWorkbench(openCatalog({ workspace: ROOT, files: [], more: [] }));

const called = (more: string) =>
  `http_client_request_duration_seconds_count{job="parcels", server_address="stock", ${more}}`;
const UP = {
  'up{job="parcels", instance="a"}': '1x90',
  'process_uptime_seconds{job="parcels", instance="a"}': '1000+60x90',
};
const SCENARIOS: readonly Scenario[] = [
  {
    name: 'a fifth of the calls to another service fail from the half hour on; a 404 is no failure',
    step: '1m',
    series: {
      ...UP,
      [called('http_response_status_code="200"')]: '0+50x30 1500+40x60',
      [called('http_response_status_code="404", error_type="404"')]: '0+50x90',
      [called('http_response_status_code="503", error_type="503"')]: '0x30 0+10x60',
      [called('error_type="ECONNREFUSED"')]: '0x30 0+10x60',
    },
    firing: { '30m': [], '38m': [], '50m': ['OutgoingErrorRate/ticket'] },
  },
  {
    name: 'the collector is away from the half hour on, and the queue overflows',
    step: '1m',
    series: {
      ...UP,
      'otel_sdk_exporter_span_exported_total{job="parcels"}': '0+10x30 300x60',
      'otel_sdk_exporter_span_exported_total{job="parcels", error_type="export_failed"}': '0x30 0+10x60',
      'otel_sdk_processor_span_processed_total{job="parcels", error_type="queue_full"}': '0x45 0+10x45',
    },
    firing: { '30m': [], '35m': [], '45m': ['TelemetryDropped/ticket'] },
  },
  {
    name: 'log lines find no room for a while, then data points are refused',
    step: '1m',
    series: {
      ...UP,
      'otel_sdk_processor_log_processed_total{job="parcels", error_type="queue_full"}': '0x10 0+10x20 200x60',
      'otel_sdk_exporter_metric_data_point_exported_total{job="parcels", error_type="export_failed"}':
        '0x60 0+10x30',
    },
    firing: {
      '10m': [],
      '25m': ['TelemetryDropped/ticket'],
      '55m': [],
      '75m': ['TelemetryDropped/ticket'],
    },
  },
  {
    name: 'few calls that all fail say nothing',
    step: '1m',
    series: { ...UP, [called('error_type="ENOTFOUND"')]: '0+1x90' },
    firing: { '50m': [] },
  },
];

let files: HostFiles;
beforeAll(async () => {
  const host = readHostFiles(join(ROOT, 'packages/testing/fixtures/parcels-express'));
  files = await bench.run(host, { add: CONTRIBUTING.map((name) => ({ name })), tier: 'enterprise' });
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

  test.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('%s', (_name, scenario) => {
    const rules = 'observability/prometheus/alerts.rules.yaml';
    const said = playScenarios({ [rules]: files[rules] ?? '' }, [], [scenario]);
    expect(said).toMatchObject({ status: 0, output: expect.stringMatching(/SUCCESS/) });
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
  return expr
    .replaceAll('$job', '.+')
    .replaceAll('$instance', '.+')
    .replaceAll('$__rate_interval', '5m')
    .replaceAll('$__range', '1h');
}
