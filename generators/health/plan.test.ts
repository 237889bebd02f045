import { type Code, code, type Framework, NO_CODE, type Profile, type Tier } from '@joinery/kit';
import plan from './plan.ts';

const context = (framework: Framework, tier: Tier) => ({
  host: {
    tests: { suffix: 'test' },
    dependencies: {},
    clients: [],
    upstreams: [],
    providers: [],
  } as unknown as Profile,
  framework,
  tier,
  options: { cacheMs: 2_000, endpoint: 'service' as const },
  has: () => false,
  inputs: {},
  parsed: {},
  code: NO_CODE,
});

const print = ({ parts }: Code) =>
  parts.map((part) => (typeof part === 'string' ? part : part.name)).join('');

test.each([
  ['express', 'basic', 'health/routes.ts', 'basic/health/probes.ts'],
  ['nest', 'intermediate', 'health/routes.ts', 'intermediate/health/probes.ts'],
  ['fastify', 'enterprise', 'fastify/health/routes.ts', 'intermediate/health/probes.ts'],
] as const)('on %s at tier %s', (framework, tier, routes, probes) => {
  const said = plan.statements(context(framework, tier));
  const templates = said.flatMap((one) => (one.kind === 'template' ? [one.template] : []));
  expect(templates).toEqual(expect.arrayContaining([routes, probes]));
});

test('every check that was contributed is run, and then those of the service', () => {
  const render = plan.slots?.['health.checks'];
  const check = { feature: 'db', critical: true, check: code`() => ping()` };
  const [said] =
    render?.(
      [
        { ...check, name: 'one' },
        { ...check, name: 'two', timeoutMs: 50 },
      ],
      context('express', 'basic'),
    ) ?? [];
  expect(said).toMatchObject({ kind: 'contribution', slot: 'platform.instances', value: { name: 'health' } });
  const value = said?.kind === 'contribution' && 'value' in said.value ? said.value.value : code``;
  expect(print(value)).toBe(`createHealth({
  cacheMs: env.HEALTH_CACHE_MS,
  checks: [
    { name: 'one', critical: true, check: () => ping() },
    { name: 'two', critical: true, timeoutMs: 50, check: () => ping() },
    ...ownChecks,
  ],
})`);
});

test.each([
  ['intermediate', []],
  ['advanced', ['health.check.status', 'health.check.duration']],
] as const)('at tier %s its checks are the metrics %p', (tier, names) => {
  const said = plan.statements(context('express', tier));
  const observed = said.flatMap((one) =>
    one.kind === 'contribution' && one.slot === 'metrics.observations' && 'name' in one.value
      ? [one.value.name]
      : [],
  );
  expect(observed).toEqual(names);
});

test.each([
  ['service', false, ['http.routes'], undefined],
  ['service', true, ['http.routes', 'admin.routes'], undefined],
  ['admin', true, ['admin.routes'], undefined],
  ['admin', false, [], 'refusal'],
] as const)(
  'on the port %s, metrics being there: %p, it answers by %p',
  (endpoint, metrics, slots, refusal) => {
    const options = { cacheMs: 2_000, endpoint };
    const said = plan.statements({ ...context('koa', 'basic'), options, has: () => metrics });
    const asked = said.flatMap((one) =>
      one.kind === 'contribution' && one.slot.endsWith('.routes') ? [one.slot] : [],
    );
    expect(asked).toEqual(slots);
    expect(said.find((one) => one.kind === 'refusal')?.kind).toBe(refusal);
  },
);
