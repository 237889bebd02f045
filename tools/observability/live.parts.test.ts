import { setTimeout as wait } from 'node:timers/promises';
import { type Collector, startCollector } from '../../generators/telemetry/fixtures/collector.ts';
import { describeWith } from '../parts/parts.ts';
import { runOn } from '../parts/promtool.ts';
import { type Alertmanager, startAlertmanager } from './alertmanager.ts';
import { type ComposedService, startComposed } from './composed-service.ts';
import { type Prometheus, startPrometheus } from './prometheus.ts';

const REGION = { region: 'region' };
const FEATURES = [
  { name: 'alerts', options: REGION },
  { name: 'observability-stack' },
  { name: 'dashboards', options: { ...REGION, logs: '{service_name="orders-live"}' } },
  ...['health', 'logging', 'metrics', 'slo', 'tracing'].map((name) => ({ name })),
];
const JOB = 'orders-live';
const RULES = ['alerts', 'slo'].map((name) => `observability/prometheus/${name}.rules.yaml`);

/** Of ten requests one fails, one of the other nine is slow. */
const ROUND = ['', '', '', '', '/slow', '', '', '', '', '/broken'];

let collector: Collector;
let composed: ComposedService;
let prometheus: Prometheus;
let alertmanager: Alertmanager;

const text = (path: string) => composed.files[path] ?? '';
const value = async (expr: string) => (await prometheus.query(expr))[0]?.value;
const counted = () => value(`sum(http_server_request_duration_seconds_count{job="${JOB}"})`);
const scrape = async () => (await fetch(`http://127.0.0.1:${composed.metricsPort}/metrics`)).text();

/** What share of requests was bad in each window of each objective, and what it must be. */
function shares(): Promise<readonly (readonly [number | undefined, number])[]> {
  const objectives = [
    ['availability', 1 / 10],
    ['latency', 1 / 9],
  ] as const;
  const asked = objectives.flatMap(([slo, wanted]) =>
    ['1h', '2h', '6h', '1d', '3d'].map(async (window) => {
      const share = await value(`slo:sli_error:ratio_rate${window}{service="${JOB}", slo="${slo}"}`);
      return [share, wanted] as const;
    }),
  );
  return Promise.all(asked);
}

async function alerting(): Promise<readonly string[]> {
  const firing = await prometheus.query('ALERTS{alertstate="firing"}');
  return firing.map(({ metric }) => `${metric.alertname} ${metric.slo ?? ''} ${metric.severity}`).sort();
}

async function round(): Promise<void> {
  const answers = ROUND.map(async (path, index) =>
    (await fetch(`${composed.service.url}/orders/${index}${path}`)).text(),
  );
  await Promise.all(answers);
}

describeWith('prometheus')('a composed service under a real Prometheus', () => {
  beforeAll(async () => {
    collector = await startCollector();
    composed = await startComposed(FEATURES, {
      METRICS_MAX_ROUTES: '2',
      OTEL_TRACES_EXPORTER: 'otlp',
      OTEL_TRACES_SAMPLER: 'always_on',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_BSP_SCHEDULE_DELAY: '100',
    });
    alertmanager = await startAlertmanager(text('observability/alertmanager/alertmanager.yaml'));
    prometheus = await startPrometheus({
      'prometheus.yaml': onLoopback(text('observability/prometheus/prometheus.yaml')),
      // The period's rules run every two minutes; nobody wants to wait for that.
      ...Object.fromEntries(
        RULES.map((path) => [
          path.split('/').at(-1) ?? '',
          text(path)
            .replaceAll(/interval: [24]m/g, 'interval: 1s')
            // Hours are counted when they are over.
            .replaceAll('[31d:1h]', '[5m:5s]')
            .replaceAll('time() - 3600', 'time()'),
        ]),
      ),
    });
    // Series must be there before what is counted: an increase is between two samples.
    await round();
    await prometheus.until('every series has been scraped twice', async () => {
      const samples = `count_over_time(http_server_request_duration_seconds_count{job="${JOB}"}[1m]) >= 2`;
      return (await prometheus.query(samples)).length === 3;
    });
    for (let done = 0; done < 25; done += 1) {
      await round();
      await wait(100);
    }
    await prometheus.until('every request has been counted', async () => (await counted()) === 260);
    // Rules may be a scrape or two behind.
    await prometheus.until('the rules have seen every request', async () =>
      (await shares()).every(([share, wanted]) => Math.abs((share ?? 0) - wanted) < 1e-10),
    );
  });
  afterAll(async () => {
    await prometheus?.stop();
    await alertmanager?.stop();
    await composed?.stop();
    await collector?.close();
  });

  test('a scrape is as Prometheus wants it', async () => {
    const said = runOn({}, ['promtool', 'check', 'metrics'], await scrape());
    expect(said).toEqual({ status: 0, output: '' });
  });

  test('every rule is evaluated without an error', async () => {
    const rules = await prometheus.rules();
    expect(rules.length).toBeGreaterThan(40);
    expect(rules.filter(({ health, lastError }) => health !== 'ok' || lastError)).toEqual([]);
  });

  test('recordings are what arithmetic says', async () => {
    for (const [share, wanted] of await shares()) expect(share).toBeCloseTo(wanted, 10);
    expect(await value('slo:objective:ratio{slo="availability"}')).toBe(0.995);
    expect(await value('slo:error_budget:ratio{slo="latency"}')).toBe(0.05);
    const burn = await value('slo:current_burn_rate:ratio{slo="availability"}');
    expect(burn).toBeCloseTo(0.1 / 0.005, 8);
  });

  test('the budget over the period weighs each request the same', async () => {
    const sum = async (metric: string, slo: string) =>
      (await prometheus.samples(`${metric}{slo="${slo}"}[1h]`)).reduce((a, b) => a + b, 0);
    for (const [slo, budget] of [
      ['availability', 0.005],
      ['latency', 0.05],
    ] as const) {
      const errors = await sum('slo:errors:increase1h', slo);
      const requests = await sum('slo:requests:increase1h', slo);
      expect(errors).toBeGreaterThan(0);
      const left = await value(`slo:period_error_budget_remaining:ratio{slo="${slo}"}`);
      // Two evaluations may lie between the sums and the answer; the mix of requests is the same in all.
      expect(left).toBeCloseTo(1 - errors / requests / budget, 1);
    }
  });

  test('the alerts that must fire do, and no others', async () => {
    const wanted = [
      'DeployWindow  info',
      'LabelOverflow  ticket',
      'SLOErrorBudgetBurn availability page',
      'SLOErrorBudgetBurn availability ticket',
      'SLOErrorBudgetBurn latency ticket',
    ];
    await prometheus.until('as many fire', async () => (await alerting()).length >= wanted.length);
    expect(await alerting()).toEqual(wanted);
  });

  test('Alertmanager hears of them, and tells of the page alone', async () => {
    const told = async () =>
      (await alertmanager.alerts()).map(
        ({ name, labels, receivers, inhibited }) =>
          `${name} ${labels.severity} ${inhibited ? 'inhibited' : receivers.join()}`,
      );
    const expected = [
      'DeployWindow info nobody',
      'LabelOverflow ticket inhibited',
      'SLOErrorBudgetBurn page page',
      'SLOErrorBudgetBurn ticket inhibited',
      'SLOErrorBudgetBurn ticket inhibited',
    ];
    await alertmanager
      .until('it has heard of all', async () => (await told()).sort().join() === expected.join())
      .catch(() => undefined);
    expect((await told()).sort()).toEqual(expected);
  });

  test('buckets lead to the traces of requests in them', async () => {
    const seen = () => new Set(collector.spans().map(({ traceId }) => traceId));
    const ids = await prometheus.traceIds(`http_server_request_duration_seconds_bucket{job="${JOB}"}`);
    expect(ids.length).toBeGreaterThan(1);
    // Spans leave in batches.
    await prometheus.until('every trace has come', async () => ids.every((id) => seen().has(id)));
  });

  test('every metric that a rule or a panel names is there', async () => {
    const names = await prometheus.names();
    const named = [...expressions(), ...ruleExpressions()].flatMap(metricsIn);
    expect(named.length).toBeGreaterThan(50);
    expect([...new Set(named)].filter((name) => !names.has(name))).toEqual([]);
  });

  test('every query of every dashboard answers', async () => {
    const load = new AbortController();
    const loading = (async () => {
      while (!load.signal.aborted) {
        await round();
        await wait(200);
      }
    })();
    const rising = async (side: string) =>
      (await value(`sum(rate(http_${side}_request_duration_seconds_count{job="${JOB}"}[10s]))`)) ?? 0;
    await prometheus.until(
      'requests are under way, in and out',
      async () => (await rising('server')) > 1 && (await rising('client')) > 0,
    );
    const queries = expressions();
    // Where a scrape came late, a rate over seconds has nothing to say for a moment.
    let silent = queries;
    const answered = async () => {
      silent = await withoutAnswer(silent);
      return silent.length === 0;
    };
    await prometheus.until('every query has answered', answered).catch(() => undefined);
    load.abort();
    await loading;
    expect(queries.length).toBeGreaterThan(40);
    expect(silent).toEqual([]);
  });
});

/** The configuration of the stack, with what its containers are called on the loopback interface, and in a hurry. */
function onLoopback(config: string): string {
  const service = `127.0.0.1:${composed.metricsPort}`;
  return config
    .replace('alertmanager:9093', alertmanager.target)
    .replace(
      /^( *)- targets:\n( *)- host\.docker\.internal:9464$/m,
      `$1- labels: { region: eu }\n$1  targets:\n$2- ${service}`,
    )
    .replaceAll('15s', '1s');
}

/** Those of the queries that are answered with nothing, or with what is no number. */
async function withoutAnswer(queries: readonly string[]): Promise<readonly string[]> {
  const answers = await Promise.all(queries.map((expr) => prometheus.query(filled(expr))));
  return queries.filter((_, index) => {
    const answer = answers[index] ?? [];
    return answer.length === 0 || answer.some((one) => Number.isNaN(one.value));
  });
}

function filled(expr: string): string {
  return (
    expr
      .replaceAll('$job', '.+')
      .replaceAll('$instance', '.+')
      .replaceAll('$__rate_interval', '10s')
      .replaceAll('$__range', '1h')
      // A slow machine may have started the service longer ago.
      .replaceAll('< 60', '< 600')
  );
}

/** Every query of every dashboard, and of their annotations. */
function expressions(): readonly string[] {
  const dashboards = Object.entries(composed.files).filter(([path]) =>
    path.startsWith('observability/grafana/dashboards/'),
  );
  return dashboards.flatMap(([, json]) =>
    [...json.matchAll(/"expr": ("(?:[^"\\]|\\.)*")/g)]
      .map((match): string => JSON.parse(match[1] ?? '""'))
      // What is asked of Loki, which is not here.
      .filter((expr) => !expr.includes('| json')),
  );
}

/** Every expression of every rule, by the word before it. */
function ruleExpressions(): readonly string[] {
  return RULES.flatMap((path) =>
    [...text(path).matchAll(/expr: (?:\|-\n((?: {10}.*\n)+)|(.*))/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    ),
  );
}

/** What stands before a brace or a range, and is no keyword. */
function metricsIn(expr: string): readonly string[] {
  const plain = expr.replaceAll('\\"', '"').replace(/#.*/g, '');
  return [...plain.matchAll(/([a-zA-Z_:][\w:]*)\s*\{/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => !/^(?:by|on|without|ignoring)$/.test(name));
}
