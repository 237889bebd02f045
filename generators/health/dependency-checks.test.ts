import { type Code, type Framework, type HostClient, NO_CODE, type Profile } from '@joinery/kit';
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
  more: Partial<Profile> = {},
  calls: readonly string[] = [],
) {
  const host = {
    clients,
    upstreams: [],
    providers: [],
    ...more,
    sourceRoot: 'src',
    platformFolder: 'src/platform',
    dependencies: {
      ...Object.fromEntries(dependencies.map((name) => [name, { range: '*', dev: false }])),
      redis: { range: '*', dev: true },
    },
  } as unknown as Profile;
  const call = { file: 'src/db.ts', line: 1, of: '', means: '', first: '', nth: 0, given: 'other' } as const;
  const asked = (meanings: readonly string[]) => (meanings.some((one) => calls.includes(one)) ? [call] : []);
  return dependencyChecks(host, framework, { ...NO_CODE, calls: asked });
}

const print = ({ parts }: Code) =>
  parts
    .map((part) =>
      typeof part === 'string'
        ? part
        : part.kind === 'symbol' && part.form === 'lazy'
          ? `import(${part.module})`
          : part.name,
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

test('mongoose is asked by itself where the service connects it, and a connection that is exported by its name', () => {
  const [[name, critical, check] = []] = checks([], ['mongoose'], 'express', {}, ['mongoose.connect']);
  expect([name, critical]).toEqual(['mongodb', true]);
  expect(check).toContain('const db = connections[0]?.db;');
  expect(notes([], ['mongoose'], 'express', {}, ['mongoose.connect'])).toEqual([]);
  expect(notes([], ['mongoose'])).toHaveLength(1);
  const [[, , exported] = []] = checks([client('mongoose', 'archive')], ['mongoose']);
  expect(exported).toContain('const db = (await import(#source/db/pool)).archive.db;');
});

test('what Nest provides is asked where it is injected, and nobody need be told', () => {
  const evidence = 'src/app.module.ts:2';
  const providers: Profile['providers'] = [
    { package: 'typeorm', token: { kind: 'package', name: 'DataSource', module: 'typeorm' }, evidence },
    { package: 'pg', token: { kind: 'text', value: 'DB' }, evidence: 'src/db.module.ts:4' },
    {
      package: '@prisma/client',
      token: { kind: 'source', name: 'Prisma', file: 'src/db/prisma.ts' },
      evidence: 'src/db/prisma.ts:3',
    },
  ];
  const names = ['typeorm', 'pg', '@prisma/client'];
  const said = planned([], names, 'nest', { providers });
  expect(said.filter(({ kind }) => kind === 'note')).toEqual([]);
  const [one, ...more] = said.flatMap((each) => (each.kind === 'contribution' ? [each] : []));
  expect(more).toEqual([]);
  expect(one?.slot).toBe('nest.providers');
  const provider = one !== undefined && 'provider' in one.value ? print(one.value.provider) : '';
  expect(provider.match(/name: .*/g)).toEqual([
    "name: 'database',",
    "name: 'postgresql',",
    "name: 'database-2',",
  ]);
  expect(provider.match(/check: .*/g)).toEqual([
    "check: async () => modules.get(DataSource, { strict: false }).query('select 1'),",
    "check: async () => modules.get<Pool>('DB', { strict: false }).query('select 1'),",
    'check: async () => modules.get((await import(#source/db/prisma)).Prisma, { strict: false }).$queryRaw`select 1`,',
  ]);
});

test('services that this one calls are asked at the address that it uses, and are not critical', () => {
  const upstreams = [
    { variable: 'STOCK_URL', fallback: 'http://stock', evidence: 'src/stock.ts:1' },
    { variable: 'PAYMENTS_API_BASE_URL', evidence: 'src/pay.ts:1' },
  ];
  expect(checks([], [], 'express', { upstreams })).toEqual([
    ['payments-api', false, "answers(() => process.env['PAYMENTS_API_BASE_URL'])"],
    ['stock', false, "answers(() => process.env['STOCK_URL'] ?? 'http://stock')"],
  ]);
  expect(planned([]).some(({ kind }) => kind === 'template')).toBe(false);
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
