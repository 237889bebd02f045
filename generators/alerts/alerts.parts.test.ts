import { type AlertRule, type Json, NO_CODE, type Profile } from '@joinery/kit';
import { type Alertmanager, startAlertmanager } from '../../tools/observability/alertmanager.ts';
import { describeWith } from '../../tools/parts/parts.ts';
import { playScenarios, runOn, type Scenario } from '../../tools/parts/promtool.ts';
import { alertmanager } from './alertmanager.ts';
import plan from './plan.ts';

const options = {
  owner: 'shop',
  runbooks: 'docs/runbooks',
  grafana: '',
  errorRatio: 0.05,
  p99Seconds: 1,
  region: 'region',
  probe: 'orders-probe',
};
const context = {
  host: { service: { name: 'orders' } } as Profile,
  framework: 'express' as const,
  tier: 'enterprise' as const,
  options,
  has: () => true,
  inputs: {},
  parsed: {},
  code: NO_CODE,
};
const alerts = plan
  .statements(context)
  .flatMap((one) =>
    one.kind === 'contribution' ? [{ ...(one.value as AlertRule), feature: 'alerts' }] : [],
  );
const rendered = (plan.slots?.['alerts.rules']?.(alerts, context) ?? []).flatMap((one): Json[] =>
  one.kind === 'document' && one.path.endsWith('alerts.rules.yaml') && one.content.form === 'yaml'
    ? [one.content.value]
    : [],
);
// JSON is YAML.
const rules = { 'alerts.rules.yaml': JSON.stringify(rendered[0]) };

const UP = {
  'up{job="orders", instance="a"}': '1x180',
  'process_uptime_seconds{job="orders", instance="a"}': '1000+60x180',
};
const PROBE = {
  'probe_success{job="orders-probe", instance="https://orders"}': '1x180',
  'probe_ssl_earliest_cert_expiry{job="orders-probe", instance="https://orders"}': '1300000x180',
};
const series = (status: string) =>
  `http_server_request_duration_seconds_count{job="orders", http_response_status_code="${status}"}`;
const bucket = (le: string) =>
  `http_server_request_duration_seconds_bucket{job="orders", http_response_status_code="200", le="${le}"}`;

const regional = (region: string, status: string, values: string) => ({
  [`http_server_request_duration_seconds_count{job="orders", region="${region}", http_response_status_code="${status}"}`]:
    values,
});

const SCENARIOS: readonly Scenario[] = [
  {
    name: 'all is well',
    step: '1m',
    series: {
      ...UP,
      [series('200')]: '0+100x180',
      [bucket('0.1')]: '0+100x180',
      [bucket('+Inf')]: '0+100x180',
    },
    firing: { '15m': [], '3h': [] },
  },
  {
    name: 'one request in ten fails from the hour on',
    step: '1m',
    series: { ...UP, [series('200')]: '0+100x60 6000+90x120', [series('500')]: '0x60 0+10x120' },
    firing: { '1h': [], '1h08m': [], '1h20m': ['HighErrorRate/ticket'] },
  },
  {
    name: 'every request fails, but there are few',
    step: '1m',
    series: { ...UP, [series('500')]: '0+0x10 1+1x5 6x165' },
    firing: { '20m': [], '30m': [] },
  },
  {
    name: 'three in a hundred requests are slow from the hour on',
    step: '1m',
    series: {
      ...UP,
      [series('200')]: '0+100x180',
      [bucket('1')]: '0+100x60 6000+97x120',
      [bucket('2.5')]: '0+100x180',
      [bucket('+Inf')]: '0+100x180',
    },
    firing: { '1h': [], '1h20m': ['HighLatencyP99/ticket'] },
  },
  {
    name: 'the only instance is gone after an hour',
    step: '1m',
    series: {
      'up{job="orders", instance="a"}': '1x60 0x120',
      'process_uptime_seconds{job="orders", instance="a"}': '1000+60x60 stale',
    },
    firing: { '1h': [], '1h03m': [], '1h07m': ['TargetDown/page'] },
  },
  {
    name: 'Prometheus knows of no instance',
    step: '1m',
    series: { 'up{job="other"}': '1x60' },
    firing: { '4m': [], '6m': ['TargetDown/page'] },
  },
  {
    name: 'the target answers without its metrics',
    step: '1m',
    series: { 'up{job="orders", instance="a"}': '1x60' },
    firing: { '9m': [], '11m': ['MetricsMissing/ticket'] },
  },
  {
    name: 'the process starts anew every five minutes',
    step: '1m',
    severity: 'ticket',
    series: {
      'up{job="orders", instance="a"}': '1x60',
      'process_uptime_seconds{job="orders", instance="a"}': `${'60+60x4 '.repeat(12)}`.trim(),
    },
    firing: { '9m': [], '16m': ['ProcessRestarting/ticket'] },
  },
  {
    name: 'a deployment: tickets are held back for five minutes',
    step: '1m',
    series: {
      'up{job="orders", instance="a"}': '1x60',
      'process_uptime_seconds{job="orders", instance="a"}': '1000+60x29 60+60x30',
    },
    firing: { '29m': [], '31m': ['DeployWindow/info'], '40m': [] },
  },
  {
    name: 'one region of two fails',
    step: '1m',
    series: {
      ...UP,
      ...regional('eu', '200', '0+1000x90'),
      ...regional('us', '200', '0+50x30 1500+40x60'),
      ...regional('us', '500', '0x30 0+10x60'),
    },
    firing: { '30m': [], '50m': ['HighErrorRateInRegion/page'] },
  },
  {
    name: 'from outside it does not answer, though it is up',
    step: '1m',
    series: { ...UP, 'probe_success{job="orders-probe", instance="https://orders"}': '1x30 0x60' },
    firing: { '30m': [], '33m': [], '40m': ['SyntheticProbeFailed/page'] },
  },
  {
    name: 'a certificate has thirteen days left',
    step: '1m',
    series: {
      ...UP,
      'probe_ssl_earliest_cert_expiry{job="orders-probe", instance="https://orders"}': '1123200x120',
    },
    firing: { '30m': [], '90m': ['CertificateExpiry/ticket'] },
  },
  {
    name: 'the event loop is late, and busy',
    step: '1m',
    series: {
      ...UP,
      'nodejs_eventloop_delay_p99_seconds{job="orders", instance="a"}': '0.01x30 0.3x60',
      'nodejs_eventloop_utilization_ratio{job="orders", instance="a"}': '0.5x30 0.95x60',
    },
    firing: {
      '30m': [],
      '35m': [],
      '43m': ['EventLoopLagHigh/ticket'],
      '50m': ['EventLoopLagHigh/ticket', 'SaturationHigh/ticket'],
    },
  },
  {
    name: 'the heap fills',
    step: '1m',
    series: {
      ...UP,
      'v8js_memory_heap_used_bytes{job="orders", instance="a", v8js_heap_space_name="old_space"}':
        '50x20 85x40',
      'v8js_memory_heap_used_bytes{job="orders", instance="a", v8js_heap_space_name="new_space"}': '10x60',
      'v8js_memory_heap_limit_bytes{job="orders", instance="a"}': '100x60',
    },
    firing: { '20m': [], '30m': [], '40m': ['HeapNearLimit/ticket'] },
  },
  {
    name: 'a dependency fails, and a label overflows',
    step: '1m',
    series: {
      ...UP,
      'health_check_status{job="orders", instance="a", check="db"}': '1x10 0x30',
      'metrics_label_overflow_total{job="orders", instance="a", label="http.route"}': '0x10 5x30',
    },
    firing: { '10m': [], '20m': ['DependencyDown/ticket', 'LabelOverflow/ticket'] },
  },
];

describeWith('promtool')('alerts', () => {
  test('rules are valid, and no two are the same', () => {
    const said = runOn(rules, [
      'promtool',
      'check',
      'rules',
      '--lint=all',
      '--lint-fatal',
      'alerts.rules.yaml',
    ]);
    expect(said).toMatchObject({ status: 0, output: expect.stringContaining('SUCCESS: 14 rules found') });
  });

  test.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('%s', (_name, scenario) => {
    const series = { ...PROBE, ...scenario.series };
    const said = playScenarios(rules, [], [{ ...scenario, series }]);
    expect(said.output).toMatch(/SUCCESS/);
    expect(said.status).toBe(0);
  });
});

describeWith('amtool')('Alertmanager', () => {
  const config = { 'alertmanager.yaml': JSON.stringify(alertmanager({ deployWindow: true }).value) };

  test('takes the configuration', () => {
    expect(runOn(config, ['amtool', 'check-config', 'alertmanager.yaml'])).toMatchObject({ status: 0 });
  });

  test.each([
    ['severity=page', 'page'],
    ['severity=ticket', 'ticket'],
    ['severity=info', 'nobody'],
    ['severity=unheard', 'ticket'],
  ])('%s goes to %s', (label, receiver) => {
    const said = runOn(config, [
      'amtool',
      'config',
      'routes',
      'test',
      '--config.file=alertmanager.yaml',
      label,
    ]);
    expect(said).toMatchObject({ status: 0, output: expect.stringMatching(`^${receiver}\n`) });
  });
});

/** Service, alert and severity, and who is told of it: a receiver, or nobody because another alert says it already. */
const TOLD: readonly (readonly [string, string, string, string])[] = [
  ['burning', 'SLOErrorBudgetBurn', 'page', 'page'],
  ['burning', 'HighLatencyP99', 'ticket', 'inhibited'],
  ['down', 'TargetDown', 'page', 'page'],
  ['down', 'SLOErrorBudgetBurn', 'page', 'inhibited'],
  ['down', 'DependencyDown', 'ticket', 'inhibited'],
  ['deployed', 'DeployWindow', 'info', 'nobody'],
  ['deployed', 'EventLoopLagHigh', 'ticket', 'inhibited'],
  ['deployed-badly', 'DeployWindow', 'info', 'nobody'],
  ['deployed-badly', 'SLOErrorBudgetBurn', 'page', 'page'],
  ['another', 'HighLatencyP99', 'ticket', 'ticket'],
];

describeWith('prometheus-alertmanager')('a real Alertmanager', () => {
  let running: Alertmanager;
  beforeAll(async () => {
    running = await startAlertmanager(JSON.stringify(alertmanager({ deployWindow: true }).value));
  });
  afterAll(() => running?.stop());

  test('tells the right ones, and nobody of what another alert of the same service says already', async () => {
    await running.fire(
      TOLD.map(([service, alertname, severity]) => ({ service, alertname, severity, job: service })),
    );
    const expected = TOLD.map((one) => one.join(' ')).sort();
    let told: readonly string[] = [];
    // An alert that silences others may be weighed after them.
    const settled = async () => {
      const held = await running.alerts();
      told = held.map(({ name, labels, receivers, inhibited }) =>
        [labels.service, name, labels.severity, inhibited ? 'inhibited' : receivers.join()].join(' '),
      );
      return told.toSorted().join('\n') === expected.join('\n');
    };
    await running.until('every alert has been weighed', settled).catch(() => undefined);
    expect(told.toSorted()).toEqual(expected);
  });
});
