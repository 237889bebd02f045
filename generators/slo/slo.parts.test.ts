import { describeWith } from '../../tools/parts/parts.ts';
import { playScenarios, runOn, type Scenario } from '../../tools/parts/promtool.ts';
import { defaultSlo } from './default-slo.ts';
import { sloFiles } from './templates/slo/slo-files.ts';

const settings = {
  service: 'orders',
  runbooks: 'docs/runbooks',
  grafana: '',
  severities: { page: 'page', ticket: 'ticket' },
  latencyPages: true,
  budgetAlerts: [0.25, 0],
  monthlyReport: true,
  kubernetes: false,
};
const rendered = (documents: readonly unknown[], monthlyReport = true) =>
  Object.fromEntries(
    sloFiles(documents, { ...settings, monthlyReport }).files.map(({ path, text }) => [path, text]),
  );

const RULES = 'observability/prometheus/slo.rules.yaml';
const TESTS = 'observability/prometheus/slo.rules.test.yaml';

const files = rendered(defaultSlo('orders'), false);
/** Availability alone, so that each scenario says what one objective does. */
const ONE = [{ objectives: [{ name: 'availability', objective: 99.9, period: '30d', availability: {} }] }];
const availability = rendered(ONE);
/** The month takes its time, and is looked at once. */
const rules = { [RULES]: rendered(ONE, false)[RULES] ?? '' };
const groupsOf = (...names: readonly string[]) => names.map((name) => `slo-availability-${name}`);
const groups = groupsOf('windows', 'budget', 'alerts');

const OK =
  'http_server_request_duration_seconds_count{job="orders", http_route="/orders", http_response_status_code="200"}';
const FAILED =
  'http_server_request_duration_seconds_count{job="orders", http_route="/orders", http_response_status_code="500"}';

const PAGE = 'SLOErrorBudgetBurn/page';
const TICKET = 'SLOErrorBudgetBurn/ticket';
const LOW = 'SLOErrorBudgetLow/ticket';
const EXHAUSTED = 'SLOErrorBudgetExhausted/ticket';
const ABSENT = 'SLOMetricAbsent/ticket';

/** 99.9 % over 30 days: pages above 1.44 % in an hour or 0.6 % in six, tickets above 0.3 % in a day or 0.1 % in three. */
const SCENARIOS: readonly Scenario[] = [
  {
    name: 'steady: half of what is allowed never alerts',
    step: '1m',
    series: { [OK]: '0+1999x720', [FAILED]: '0+1x720' },
    firing: { '15m': [], '2h': [], '11h': [] },
    values: { '11h': { 'slo:sli_error:ratio_rate1h': 0.0005, 'slo:current_burn_rate:ratio': 0.5 } },
  },
  {
    name: 'fast burn: 10 % after five good hours pages within ten minutes, and stops when it is over',
    step: '1m',
    severity: 'page',
    series: { [OK]: '0+1000x300 300000+900x30 327000+1000x120', [FAILED]: '0x300 0+100x30 3000x120' },
    // A tenth of an hour's requests must have failed: 1.44 % of an hour is reached after about nine minutes.
    firing: { '5h': [], '5h05m': [], '5h10m': [PAGE], '5h30m': [PAGE], '6h40m': [] },
  },
  {
    name: 'short blip: everything fails for half a minute, and nobody is woken',
    step: '1m',
    severity: 'page',
    series: { [OK]: '0+1000x300 300000+500x1 300500+1000x120', [FAILED]: '0x300 0+500x1 500x120' },
    firing: { '5h': [], '5h01m': [], '5h03m': [], '5h30m': [], '6h30m': [] },
  },
  {
    name: 'short blip after five good days: no ticket either',
    step: '10m',
    series: { [OK]: '0+10000x720 7200000+9500x1 7209500+10000x36', [FAILED]: '0x720 0+500x1 500x36' },
    firing: { '120h': [], '120h10m': [], '120h30m': [], '124h': [] },
  },
  {
    name: 'slow burn: four times the allowed rate is a ticket on the second day, never a page',
    step: '10m',
    series: { [OK]: '0+9960x432', [FAILED]: '0+40x432' },
    firing: { '72h': [EXHAUSTED, LOW, TICKET].sort() },
    values: { '72h': { 'slo:sli_error:ratio_rate1d': 0.004, 'slo:period_error_budget_remaining:ratio': -3 } },
  },
  {
    name: 'slow burn begins after a good week: a ticket within two days',
    step: '10m',
    series: { [OK]: '0+10000x1008 10080000+9960x432', [FAILED]: '0x1008 0+40x432' },
    firing: { '168h': [], '174h': [], '216h': [LOW, TICKET] },
  },
  {
    name: 'no traffic: no sample, no alert',
    step: '1m',
    series: { [OK]: '1000x300', [FAILED]: '10x300' },
    firing: { '10m': [], '5h': [] },
    values: { '5h': { 'count(slo:sli_error:ratio_rate1h) or vector(0)': 0 } },
  },
  {
    name: 'no error series: a share of 0, not nothing',
    step: '1m',
    series: { [OK]: '0+100x180' },
    firing: { '3h': [] },
    values: { '3h': { 'slo:sli_error:ratio_rate1h': 0, 'slo:period_error_budget_remaining:ratio': 1 } },
  },
  {
    name: 'the metric is gone: says so after fifteen minutes, not at once',
    step: '1m',
    series: { up: '1x120' },
    firing: { '10m': [], '20m': [ABSENT] },
  },
  {
    name: 'low traffic: one failure of few requests wakes nobody',
    step: '1m',
    series: { [OK]: '0+1x40 40x80', [FAILED]: '0x10 1x110' },
    firing: { '15m': [], '40m': [], '1h30m': [] },
  },
  {
    name: 'recovered: the page is over within minutes, the ticket when its short window is',
    step: '1m',
    series: { [OK]: '0+900x120 108000+1000x480', [FAILED]: '0+100x120 12000x480' },
    firing: {
      '1h30m': [EXHAUSTED, LOW, PAGE, TICKET].sort(),
      '2h40m': [EXHAUSTED, LOW, TICKET].sort(),
      '9h': [EXHAUSTED, LOW].sort(),
    },
  },
  {
    name: 'uneven traffic: each request weighs the same, whenever it came',
    step: '10m',
    // A night of 10 requests in ten minutes, half of them bad; then a day of 10,000, none of them bad.
    series: { [OK]: '0+5x72 360+10000x72', [FAILED]: '0+5x72 360x72' },
    firing: {},
    values: { '24h': { 'round(slo:sli_error:ratio_period, 0.0001)': 0.0005 } },
  },
];

/** Time begins with 1970: half of January's requests are bad, and in February none. */
const MONTH = {
  rule_files: ['slo.rules.yaml'],
  evaluation_interval: '2h',
  group_eval_order: groupsOf('windows', 'budget', 'month', 'alerts'),
  tests: [
    {
      interval: '30m',
      input_series: [
        { series: OK, values: '0+500x1488 744000+1000x144' },
        { series: FAILED, values: '0+500x1488 744000x144' },
      ],
      promql_expr_test: [
        ['slo:sli_error:ratio_month', '720h', 0.5],
        ['slo:sli_error:ratio_month', '816h', 0],
        ['slo:sli_error:ratio_period > bool 0.4', '816h', 1],
      ].map(([expr, time, value]) => ({
        expr: `round(sum(${expr}), 0.01)`,
        eval_time: time,
        exp_samples: [{ labels: '{}', value }],
      })),
    },
  ],
};

describeWith('promtool')('objectives', () => {
  test('rules are valid, and no two are the same', () => {
    for (const text of [files[RULES], availability[RULES], everyKind()]) {
      const said = runOn({ 'slo.rules.yaml': text ?? '' }, [
        'promtool',
        'check',
        'rules',
        '--lint=all',
        '--lint-fatal',
        'slo.rules.yaml',
      ]);
      expect(said).toMatchObject({ status: 0 });
    }
  });

  test('the tests that come with them pass', () => {
    const said = runOn({ [RULES]: files[RULES] ?? '', [TESTS]: files[TESTS] ?? '' }, [
      'promtool',
      'test',
      'rules',
      'slo.rules.test.yaml',
    ]);
    expect(said.output).toMatch(/SUCCESS/);
    expect(said.status).toBe(0);
  });

  test('the tests that come with them fail when an alert is lost', () => {
    const broken = (files[RULES] ?? '').replaceAll('> 0.072', '> 7.2').replaceAll('> 0.03', '> 3');
    const said = runOn({ [RULES]: broken, [TESTS]: files[TESTS] ?? '' }, [
      'promtool',
      'test',
      'rules',
      'slo.rules.test.yaml',
    ]);
    expect(said.output).toMatch(/time: 1h10m/);
    expect(said.status).not.toBe(0);
  });

  test.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('%s', (_name, scenario) => {
    const said = playScenarios(rules, groups, [scenario]);
    expect(said.output).toMatch(/SUCCESS/);
    expect(said.status).toBe(0);
  });

  test('the calendar month counts anew on its first day', () => {
    // Every few minutes would be twenty thousand times.
    const slower = (availability[RULES] ?? '')
      .replace(/(-budget"?\n +interval:) 2m/, '$1 1h')
      .replace(/(-month"?\n +interval:) 4m/, '$1 24h');
    const said = runOn({ [RULES]: slower, 'month.test.yaml': JSON.stringify(MONTH) }, [
      'promtool',
      'test',
      'rules',
      'month.test.yaml',
    ]);
    expect(said).toMatchObject({ status: 0, output: expect.stringMatching(/SUCCESS/) });
  });
});

/** Objectives of every kind, with a period as short as it may be. */
function everyKind(): string {
  const text = rendered([
    {
      owner: 'shop',
      objectives: [
        { name: 'a', objective: 99, period: '3d', availability: { filter: 'http_route="/a/{id}"' } },
        { name: 'b', objective: 99.99, period: '90d', latency: { threshold: 1 } },
        { name: 'c', objective: 97.5, period: '2w', ratio: { good: 'c_total{ok="yes"}', total: 'c_total' } },
        { name: 'd', objective: 97.5, ratio: { bad: 'd_total{ok!="yes"}', total: 'd_total' }, alerts: [] },
      ],
    },
  ])[RULES];
  return text ?? '';
}
