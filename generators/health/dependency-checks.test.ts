import type { Code, Framework, HostClient, Profile } from '@joinery/kit';
import { dependencyChecks } from './dependency-checks.ts';

const client = (name: string, exported: string, file = 'src/db/pool.ts'): HostClient => ({
  package: name,
  file,
  name: exported,
  evidence: `${file}:2`,
});

function planned(
  clients: readonly HostClient[],
  dependencies: readonly string[] = [],
  framework: Framework = 'express',
) {
  const host = {
    clients,
    sourceRoot: 'src',
    platformFolder: 'src/platform',
    dependencies: {
      ...Object.fromEntries(dependencies.map((name) => [name, { range: '*', dev: false }])),
      redis: { range: '*', dev: true },
    },
  } as unknown as Profile;
  return dependencyChecks(host, framework);
}

const print = ({ parts }: Code) =>
  parts
    .map((part) =>
      typeof part === 'string' ? part : part.kind === 'symbol' ? `import(${part.module})` : part.name,
    )
    .join('');

const checks = (...args: Parameters<typeof planned>) =>
  planned(...args).flatMap((one) =>
    one.kind === 'contribution' && one.slot === 'health.checks' && 'check' in one.value
      ? [[one.value.name, 'critical' in one.value && one.value.critical, print(one.value.check as Code)]]
      : [],
  );

const notes = (...args: Parameters<typeof planned>) =>
  planned(...args).flatMap((one) => (one.kind === 'note' ? [one.text] : []));

test('a client that is exported is asked, and nobody need be told', () => {
  const clients = [client('pg', 'pool'), client('redis', 'cache', 'src/cache.ts')];
  expect(checks(clients, ['pg'])).toEqual([
    ['redis', false, 'async () => (await import(#source/cache)).cache.ping()'],
    ['postgresql', true, "async () => (await import(#source/db/pool)).pool.query('select 1')"],
  ]);
  expect(notes(clients, ['pg'])).toEqual([]);
  expect(notes([client('mysql2/promise', 'pool')], ['mysql2'])).toEqual([]);
});

test('two clients of one kind have names of their own, whichever file is nearer', () => {
  const two = [client('pg', 'reports', 'src/reports.ts'), client('pg', 'pool')];
  const named = (clients: readonly HostClient[]) => checks(clients).map(([name, , check]) => [name, check]);
  expect(named(two).map(([name]) => name)).toEqual(['postgresql', 'postgresql-2']);
  expect(named(two.toReversed())).toEqual(named(two));
});

test('of a client that is not exported people are told which check to add', () => {
  expect(notes([], ['pg', 'express'])).toEqual([
    "The service depends on `pg`. Let readiness know: add `{ name: 'postgresql', critical: true, check: () => pool.query('select 1') }`, with its own client, to `src/platform/health/checks.ts`, or export the client by name as a constant.",
  ]);
  expect(notes([], ['@prisma/client'], 'nest')).toEqual([
    "The service depends on `@prisma/client`. Let readiness know: where the client is injected, call `health.addCheck({ name: 'database', critical: true, check: () => client.$queryRaw`select 1` })` with it; `health` is exported by `src/platform/index.ts`.",
  ]);
});

test('what lies outside of the sources cannot be imported', () => {
  expect(checks([client('pg', 'pool', 'config/db.ts')])).toEqual([]);
  expect(notes([client('pg', 'pool', 'config/db.ts')], ['pg'])).toHaveLength(1);
});
