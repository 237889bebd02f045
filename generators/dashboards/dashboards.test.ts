import { type DashboardPanel, NO_CODE, type Profile, type Statement, type Tier } from '@joinery/kit';
import { type LintedDashboard, lint } from '../../tools/observability/lint-dashboard.ts';
import plan from './plan.ts';

const context = (tier: Tier, has: readonly string[]) => ({
  host: { service: { name: '@shop/orders' } } as Profile,
  framework: 'express' as const,
  tier,
  options: {
    folder: 'Services',
    runbooks: 'https://git.example/runbooks',
    region: 'region',
    logs: '{service_name="orders"}',
  },
  has: (name: string) => has.includes(name),
  inputs: {},
  parsed: {},
  code: NO_CODE,
});

const ALL = ['http.health', 'slo', 'tracing'];
const burn: DashboardPanel & { feature: string } = {
  feature: 'slo',
  name: 'budget-remaining',
  row: 'Error budget',
  title: 'Error budget left',
  description: 'At 0 the policy applies.',
  dashboards: ['error-budget', 'on-call'],
  kind: 'stat',
  unit: 'percentunit',
  queries: [{ expr: 'slo:period_error_budget_remaining:ratio{service=~"$job"}', legend: '{{slo}}' }],
};

function planned(
  of: ReturnType<typeof context>,
  more: readonly (DashboardPanel & { feature: string })[] = [],
) {
  const said = plan.statements(of);
  const own = said.flatMap((one) =>
    one.kind === 'contribution' ? [{ ...(one.value as DashboardPanel), feature: 'dashboards' }] : [],
  );
  return plan.slots?.['dashboards.panels']?.([...more, ...own], of) ?? [];
}

function dashboardsOf(said: readonly Statement[]): readonly (readonly [string, LintedDashboard])[] {
  return said.flatMap((one) =>
    one.kind === 'document' && one.content.form === 'json'
      ? [[one.path.split('/').at(-1) ?? '', one.content.value as unknown as LintedDashboard] as const]
      : [],
  );
}

describe.each(['basic', 'intermediate', 'advanced', 'enterprise'] as const)('at tier %s', (tier) => {
  const dashboards = dashboardsOf(planned(context(tier, ALL), [burn]));

  test.each(dashboards)('%s has no fault', (_name, dashboard) => {
    expect(lint(dashboard)).toEqual([]);
  });

  test('identifiers are unique and do not change', () => {
    const uids = dashboards.map(([, { uid }]) => uid);
    expect(uids).toEqual(uids.filter((uid, index) => uids.indexOf(uid) === index && uid.length <= 40));
    expect(uids).toContain('orders-on-call');
  });
});

test.each([
  ['basic', ['on-call.json', 'service.json'], 14],
  ['intermediate', ['on-call.json', 'service.json', 'error-budget.json'], 19],
  ['advanced', ['on-call.json', 'service.json', 'error-budget.json'], 22],
  ['enterprise', ['on-call.json', 'service.json', 'error-budget.json', 'fleet.json'], 28],
] as const)('tier %s draws %j', (tier, names, panels) => {
  const dashboards = dashboardsOf(planned(context(tier, ALL), [burn]));
  expect(dashboards.map(([name]) => name)).toEqual(names);
  const service = dashboards.find(([name]) => name === 'service.json')?.[1].panels ?? [];
  expect(service.filter(({ type }) => type !== 'row').length).toBe(panels);
});

test('nothing is drawn about what is not there', () => {
  const text = JSON.stringify(dashboardsOf(planned(context('enterprise', []))));
  expect(text).not.toMatch(/slo:|health_check|explore/);
});

test.each([
  ['enterprise', ALL, 2],
  ['enterprise', ['slo'], 0],
  ['advanced', ALL, 0],
] as const)('at tier %s with %j, %i panels of the service show traced requests', (tier, has, panels) => {
  const service = dashboardsOf(planned(context(tier, has))).find(([name]) => name === 'service.json')?.[1];
  const shown = service?.panels.filter(({ targets }) => JSON.stringify(targets)?.includes('"exemplar":true'));
  expect(shown).toHaveLength(panels);
});

test('logs are asked of Loki, and a line leads to its trace', () => {
  const said = planned(context('advanced', ALL));
  const [, [, service] = []] = dashboardsOf(said);
  const panel = service?.panels.find(({ type }) => type === 'logs');
  expect(panel?.targets).toMatchObject([
    {
      datasource: { uid: '$loki_datasource' },
      expr: expect.stringMatching(/^\{service_name="orders"\} \| json/),
    },
  ]);
  const sources = plan
    .statements(context('advanced', ALL))
    .find((one) => one.kind === 'document' && one.path.endsWith('datasources.yaml'));
  expect(JSON.stringify(sources)).toMatch(/"type":"loki".*"datasourceUid":"traces"/);
});

test('links lead to runbooks and traces', () => {
  const [[, onCall] = []] = dashboardsOf(planned(context('basic', ALL)));
  expect(onCall?.links?.map(({ title }) => title)).toEqual([
    'Dashboards of the service',
    'Runbooks',
    'Traces',
  ]);
});

test('two features with one panel are refused, and named', () => {
  const said = planned(context('basic', ALL), [burn, { ...burn, feature: 'storage' }]);
  expect(said.filter(({ kind }) => kind === 'refusal')).toEqual([
    expect.objectContaining({ found: 'the panel `budget-remaining` comes from `slo` and `storage`.' }),
  ]);
});

test('what another feature contributes stands in a row of its own, after the rows that everybody knows', () => {
  const pool = {
    ...burn,
    feature: 'storage',
    name: 'pool',
    row: 'Database',
    dashboards: ['service' as const],
  };
  const [, [, service] = []] = dashboardsOf(planned(context('basic', []), [pool]));
  const rows = service?.panels.filter(({ type }) => type === 'row').map(({ title }) => title);
  expect(rows).toEqual(['Requests', 'Process', 'Database']);
});
