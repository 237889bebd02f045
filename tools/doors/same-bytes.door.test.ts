import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { snapshot } from '../running/snapshot.ts';
import { DOORS, run, type Wish } from './doors.ts';
import { type Host, nxProject, standalone } from './hosts.ts';
import { makeBench } from './make-bench.ts';

let bench = '';

beforeAll(async () => {
  bench = await makeBench();
});

afterAll(() => {
  rmSync(bench, { recursive: true, force: true });
});

const JOINERY = ['--yes', '--no-install', '--verify', 'none'];
const YO = ['--force', '--skip-install'];

const addTwo: Wish = {
  joinery: ['add', 'health', 'metrics', '--tier', 'basic', ...JOINERY],
  nx: ['g', '@joinery/nx:compose', 'parcels', '--features=health,metrics', '--tier=basic', '--skipInstall'],
  yo: ['joinery', 'health', 'metrics', '--tier=basic', ...YO],
};

const setOption: Wish = {
  joinery: ['add', 'health', '--set', 'health.cacheMs=500', ...JOINERY],
  nx: ['g', '@joinery/health:add', 'parcels', '--cacheMs=500', '--skipInstall'],
  yo: ['joinery:health', '--cache-ms=500', ...YO],
};

const removeBoth: Wish = {
  joinery: ['remove', 'health', 'metrics', ...JOINERY],
  nx: ['g', '@joinery/nx:remove', 'parcels', 'health,metrics', '--skipInstall'],
  yo: ['joinery', '--remove=health,metrics', ...YO],
};

describe.each([
  ['a service that stands alone', standalone, [addTwo]],
  ['a project of an Nx workspace', nxProject, [addTwo, setOption]],
] as const)('in %s', (kind, make, wishes) => {
  test('the same wishes through each door give the same bytes, and taking them back restores every byte', async () => {
    const hosts = DOORS.map((door) => [door, make(join(bench, `${kind} [a] (b)`, door))] as const);
    const before = snapshotOf(hosts[0]?.[1]);
    let last = before;
    for (const wish of wishes) {
      const results = await Promise.all(hosts.map(([door, host]) => grant(door, host, wish)));
      const [reference, ...others] = results;
      for (const other of others) expect(other).toEqual(reference);
      expect(reference).not.toEqual(last);
      last = reference ?? {};
    }
    const restored = await Promise.all(hosts.map(([door, host]) => grant(door, host, removeBoth)));
    for (const [index, door] of DOORS.entries()) expect([door, restored[index]]).toEqual([door, before]);
  });
});

const aggregate = (fields: string): Wish => ({
  joinery: ['generate', 'ddd-aggregate', 'Order', '--fields', fields, '--tier', 'advanced', ...JOINERY],
  nx: [
    'g',
    '@joinery/ddd-aggregate:aggregate',
    'Order',
    '--project=parcels',
    `--fields=${fields}`,
    '--tier=advanced',
    '--skipInstall',
  ],
  yo: ['joinery:ddd-aggregate', 'Order', `--fields=${fields}`, '--tier=advanced', ...YO],
});

test('an aggregate grows through each door in code that people have edited, and the same once more changes nothing', async () => {
  const hosts = DOORS.map((door) => [door, nxProject(join(bench, 'grown', door))] as const);
  const results = await Promise.all(
    hosts.map(async ([door, host]) => {
      const first = await grant(door, host, aggregate('total:Money,status:enum(placed|paid)'));
      expect(await grant(door, host, aggregate('total:Money,status:enum(placed|paid)'))).toEqual(first);
      const order = join(host.service, 'src/domain/order/order.ts');
      const mine = '  get total(): Money {\n    // mine\n';
      writeFileSync(order, readFileSync(order, 'utf8').replace('  get total(): Money {\n', mine));
      const grown = await grant(door, host, aggregate('note:text?'));
      expect(readFileSync(order, 'utf8')).toContain(mine);
      expect(readFileSync(order, 'utf8')).toContain('get note(): string | null {');
      return grown;
    }),
  );
  for (const other of results) expect(other).toEqual(results[0]);
});

test('a tier alone brings the same features through `joinery add` and through Yeoman', async () => {
  const wish: Wish = {
    joinery: ['add', '--tier', 'basic', ...JOINERY],
    nx: [],
    yo: ['joinery', '--tier=basic', ...YO],
  };
  const [joinery, yo] = await Promise.all(
    (['joinery', 'yo'] as const).map((door) => grant(door, standalone(join(bench, 'tier', door)), wish)),
  );
  expect(Object.keys(joinery ?? {})).toContain('src/platform/health/health.ts');
  expect(yo).toEqual(joinery);
});

test('a dry run of Nx and of Yeoman shows the changes and writes nothing', async () => {
  const host = nxProject(join(bench, 'dry'));
  const before = snapshot(host.root);
  const nx = await run(bench, 'nx', host, [...addTwo.nx, '--dry-run']);
  expect(nx.output).toContain('CREATE apps/parcels/src/platform/index.ts');
  expect(nx.output).toContain('UPDATE apps/parcels/src/server.ts');
  const yo = await run(bench, 'yo', host, [...addTwo.yo, '--dry-run']);
  expect(yo.output).toContain('create src/platform/index.ts');
  expect(yo.output).toContain('Dry run: nothing was written.');
  expect([nx.exitCode, yo.exitCode]).toEqual([0, 0]);
  expect(snapshot(host.root)).toEqual(before);
});

test('Nx infers a target that tells whether a service is as it is wanted', async () => {
  const host = nxProject(join(bench, 'inferred'));
  expect((await run(bench, 'nx', host, addTwo.nx)).exitCode).toBe(0);
  expect(await run(bench, 'nx', host, ['g', '@joinery/nx:init'])).toMatchObject({ exitCode: 0 });
  const shown = await run(bench, 'nx', host, ['show', 'project', 'parcels', '--json']);
  expect(shown.output).toContain('joinery:check');
  const checked = await run(bench, 'nx', host, ['run', 'parcels:joinery:check']);
  if (checked.exitCode !== 0) throw new Error(checked.output);
  rmSync(join(host.service, 'src/platform/health/health.ts'));
  const drifted = await run(bench, 'nx', host, ['run', 'parcels:joinery:check']);
  expect(drifted).toMatchObject({
    exitCode: 1,
    output: expect.stringContaining('src/platform/health/health.ts'),
  });
});

test.each([
  ['an unknown feature', ['helth'], 'error[unknown-feature]: There is no feature `helth`', 'health'],
  ['an option out of range', ['health', '--set=health.cacheMs=-1'], 'error[invalid-option]', 'cacheMs'],
])(
  '%s is named in each door, with a failing exit code and nothing written',
  async (name, words, message, hint) => {
    const host = nxProject(join(bench, name));
    const before = snapshot(host.root);
    const [features = '', ...flags] = words;
    const wish: Wish = {
      joinery: ['add', ...words, ...JOINERY],
      nx: ['g', '@joinery/nx:compose', 'parcels', `--features=${features}`, ...flags],
      yo: ['joinery', ...words, ...YO],
    };
    const finished = await Promise.all(DOORS.map((door) => run(bench, door, host, wish[door])));
    for (const [index, { exitCode, output }] of finished.entries()) {
      expect(output).toContain(message);
      expect(output).toContain(hint);
      expect(output).not.toMatch(/^\s+at .*\(.*:\d+:\d+\)/m);
      expect([DOORS[index], exitCode]).toEqual([DOORS[index], 1]);
    }
    expect(snapshot(host.root)).toEqual(before);
  },
);

test('without a terminal, Yeoman changes no existing file unless it is told to', async () => {
  const host = standalone(join(bench, 'unattended'));
  const before = snapshot(host.root);
  const { exitCode, output } = await run(bench, 'yo', host, ['joinery', 'health', '--skip-install']);
  expect(output).toContain('error[nobody-to-ask]');
  expect(output).toContain('at src/server.ts');
  expect(exitCode).toBe(1);
  expect(snapshot(host.root)).toEqual(before);
});

async function grant(door: (typeof DOORS)[number], host: Host, wish: Wish) {
  const { exitCode, output } = await run(bench, door, host, wish[door]);
  if (exitCode !== 0) throw new Error(`${door} exited with ${exitCode}\n${output.slice(-3_000)}`);
  return snapshot(host.root);
}

function snapshotOf(host: Host | undefined): Readonly<Record<string, string>> {
  return host === undefined ? {} : snapshot(host.root);
}
