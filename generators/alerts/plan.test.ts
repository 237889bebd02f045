import { type AlertRule, type Json, NO_CODE, type Profile, type Statement, type Tier } from '@joinery/kit';
import { Ajv } from 'ajv';
import { PROMETHEUS_RULE, SERVICE_MONITOR } from '../../tools/observability/operator-schemas.ts';
import plan from './plan.ts';

const options = {
  owner: 'shop',
  runbooks: 'https://git.example/runbooks/',
  grafana: '',
  errorRatio: 0.05,
  p99Seconds: 1,
  region: '',
  probe: '',
};

function context(tier: Tier, has: readonly string[] = [], kubernetes = false) {
  const host = {
    service: { name: '@shop/orders' },
    ...(kubernetes ? { kubernetes: { value: 'k8s', evidence: 'k8s/app.yaml' } } : {}),
  } as Profile;
  return {
    host,
    framework: 'express' as const,
    tier,
    options,
    has: (name: string) => has.includes(name),
    inputs: {},
    parsed: {},
    code: NO_CODE,
  };
}

function planned(of: ReturnType<typeof context>, more: readonly (AlertRule & { feature: string })[] = []) {
  const said = plan.statements(of);
  const own = said.flatMap((one) =>
    one.kind === 'contribution' ? [{ ...(one.value as AlertRule), feature: 'alerts' }] : [],
  );
  return [...said, ...(plan.slots?.['alerts.rules']?.([...own, ...more], of) ?? [])];
}

function yamlOf(said: readonly Statement[], path: string): Json {
  const found = said.find((one) => one.kind === 'document' && one.path === path);
  if (found?.kind !== 'document' || found.content.form !== 'yaml') throw new Error(`${path} is not planned`);
  return found.content.value;
}

const RULES = 'observability/prometheus/alerts.rules.yaml';
interface Rules {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert: string; readonly labels: Json; readonly annotations: Json }[];
  }[];
}
const rulesOf = (said: readonly Statement[]) =>
  (yamlOf(said, RULES) as unknown as Rules).groups.flatMap(({ rules }) => rules);

const BASIC = ['HighErrorRate', 'HighLatencyP99', 'ProcessRestarting', 'TargetDown'];
const INTERMEDIATE = [...BASIC, 'EventLoopLagHigh', 'HeapNearLimit', 'MetricsMissing'];

test.each([
  ['basic', [], BASIC],
  ['intermediate', ['http.health'], INTERMEDIATE],
  [
    'advanced',
    ['http.health'],
    [...INTERMEDIATE, 'DependencyDown', 'DeployWindow', 'LabelOverflow', 'SaturationHigh'],
  ],
] as const)(
  'at tier %s with %j there are the alerts of that tier, each with a runbook',
  (tier, has, names) => {
    const said = planned(context(tier, has));
    expect(
      rulesOf(said)
        .map(({ alert }) => alert)
        .sort(),
    ).toEqual([...names].sort());
    const runbooks = said.filter((one) => one.kind === 'document' && one.path.startsWith('docs/runbooks/'));
    expect(runbooks).toHaveLength(names.length);
  },
);

test('an alert says whose it is, and where its runbook is', () => {
  const [high] = rulesOf(planned(context('basic')));
  expect(high).toMatchObject({
    labels: { service: '@shop/orders', owner: 'shop' },
    annotations: { runbook_url: expect.stringMatching(/^https:\/\/git\.example\/runbooks\/[a-z0-9-]+\.md$/) },
  });
});

test('where objectives page, the plain ratio does not', () => {
  const severity = (has: readonly string[]) =>
    rulesOf(planned(context('basic', has))).find(({ alert }) => alert === 'HighErrorRate')?.labels;
  expect(severity([])).toMatchObject({ severity: 'page' });
  expect(severity(['slo'])).toMatchObject({ severity: 'ticket' });
});

test('two features with one name are refused, and named', () => {
  const [own] = planned(context('basic')).flatMap((one) =>
    one.kind === 'contribution' ? [one.value as AlertRule] : [],
  );
  if (own === undefined) throw new Error('there is an alert');
  const said = planned(context('basic'), [{ ...own, feature: 'storage' }]);
  expect(said.filter(({ kind }) => kind === 'refusal')).toEqual([
    expect.objectContaining({
      found: expect.stringContaining(`\`${own.name}\` comes from \`alerts\` and \`storage\``),
    }),
  ]);
  expect(planned(context('basic')).filter(({ kind }) => kind === 'refusal')).toEqual([]);
});

describe('for Prometheus Operator', () => {
  const ajv = new Ajv({ allErrors: true });
  const said = planned(context('advanced', ['http.health'], true));
  const rule = yamlOf(said, 'observability/kubernetes/alerts.prometheus-rule.yaml');
  const monitor = yamlOf(said, 'observability/kubernetes/service-monitor.yaml');

  test('resources are as their definitions demand', () => {
    expect(ajv.validate(PROMETHEUS_RULE, rule) || ajv.errors).toBe(true);
    expect(ajv.validate(SERVICE_MONITOR, monitor) || ajv.errors).toBe(true);
  });

  test.each([
    ['"alert":', '"alertt":'],
    ['"for":"5m"', '"for":"5 minutes"'],
    ['"severity":"page"', '"severity":1'],
  ])('the definitions notice %s → %s', (from, to) => {
    const broken = JSON.stringify(rule).replace(from, to);
    expect(broken).not.toBe(JSON.stringify(rule));
    expect(ajv.validate(PROMETHEUS_RULE, JSON.parse(broken))).toBe(false);
  });

  test('nothing of it where there are no manifests', () => {
    const paths = planned(context('advanced')).flatMap((one) => (one.kind === 'document' ? [one.path] : []));
    expect(paths.filter((path) => path.includes('kubernetes'))).toEqual([]);
  });
});
