import { code, type Framework, NO_CODE, type Profile, type Statement } from '@joinery/kit';
import type { Options } from './options.ts';
import plan from './plan.ts';

function contextOf(framework: Framework, options: Partial<Options> = {}, host: Partial<Profile> = {}) {
  const profile = {
    service: { name: 'lamps' },
    tests: { runner: 'jest', suffix: 'spec' },
    dependencies: {},
    ...host,
  } as Profile;
  const all = { endpoint: 'admin' as const, port: 9464, maxRoutes: 200, ...options };
  return {
    host: profile,
    framework,
    tier: 'basic' as const,
    options: all,
    has: () => false,
    inputs: {},
    parsed: {},
    code: NO_CODE,
  };
}

const statements = (...of: Parameters<typeof contextOf>) => plan.statements(contextOf(...of));

test('a contributed metric with a name of ours refuses the plan, and renders nothing', () => {
  const observe = code`() => 1`;
  const uptime = {
    feature: 'lift',
    name: 'process.uptime',
    description: 'Up',
    unit: 's',
    kind: 'gauge',
    observe,
  } as const;
  const render = plan.slots?.['metrics.observations'];
  const kinds = (name: string) =>
    render?.([{ ...uptime, name }], contextOf('express')).map(({ kind }) => kind);
  expect(kinds('process.uptime')).toEqual(['refusal']);
  expect(kinds('lift.uptime')).toEqual(['template', 'file', 'contribution']);
});

const templateOf = (to: string, said: readonly Statement[]) =>
  said.flatMap((one) => (one.kind === 'template' && one.to === to ? [one.template] : []));

const slotsOf = (said: readonly Statement[]) =>
  said.flatMap((one) => (one.kind === 'contribution' && one.slot !== 'env.variables' ? [one.slot] : []));

test('metrics are served on a port of their own, or as a route of the service', () => {
  const admin = statements('express');
  expect(slotsOf(admin)).toContain('process.start');
  expect(slotsOf(admin)).not.toContain('http.routes');
  expect(templateOf('metrics/metrics-server.ts', admin)).toHaveLength(1);
  const service = statements('fastify', { endpoint: 'service' });
  expect(slotsOf(service)).toContain('http.routes');
  expect(slotsOf(service)).not.toContain('process.start');
  expect(templateOf('metrics/routes.ts', service)).toEqual(['fastify/metrics/routes.ts']);
});

test('what the service measures with prom-client is served with the rest', () => {
  const dependencies = (dev: boolean) => ({ 'prom-client': { range: '^15.0.0', dev } });
  const added = (host: Partial<Profile>) =>
    templateOf('metrics/host-registry.ts', statements('express', {}, host)).length;
  expect(added({ dependencies: dependencies(false) })).toBe(1);
  expect(added({ dependencies: dependencies(true) })).toBe(0);
});
