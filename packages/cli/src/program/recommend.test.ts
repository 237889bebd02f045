import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runIn } from '../testing/run-in.ts';
import { makeService } from '../testing/service.ts';

let folder = '';

beforeEach(() => {
  folder = makeService();
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('`recommend` names places, reasons and commands, and how far it is to each tier', async () => {
  const { code, out } = await runIn(folder, ['recommend']);
  expect(code).toBe(0);
  expect(out).toContain('parcels is at tier basic\n  basic          0 %  lacks ');
  expect(out).toContain(
    [
      '  graceful-shutdown  `src/boot.ts:9` listens, no SIGTERM handler',
      '    every deploy and every scale-down cuts off the requests in flight',
      '    joinery add graceful-shutdown  (brings config-env)',
    ].join('\n'),
  );
});

test('`recommend --json --tier basic` answers in data, up to that tier', async () => {
  const { code, out } = await runIn(folder, ['recommend', '--json', '--tier', 'basic']);
  const { kind, recommended } = JSON.parse(out);
  expect([code, kind]).toEqual([0, 'recommendations']);
  expect(recommended).toContainEqual(
    expect.objectContaining({ feature: 'health', tier: 'basic', command: 'joinery add health' }),
  );
  expect(new Set(recommended.map(({ tier }: { readonly tier: string }) => tier))).toEqual(new Set(['basic']));
});

test('`add --tier` alone composes what the tier brings', async () => {
  const { code, err } = await runIn(folder, [
    'add',
    '--tier',
    'basic',
    '--yes',
    '--no-install',
    '--verify',
    'none',
  ]);
  expect([code, err]).toEqual([0, expect.not.stringContaining('error')]);
  const wanted = JSON.parse(readFileSync(join(folder, 'joinery.json'), 'utf8'));
  expect(wanted.tier).toBe('basic');
  expect(Object.keys(wanted.features)).toEqual(
    expect.arrayContaining(['config-env', 'graceful-shutdown', 'health', 'metrics']),
  );
  const after = await runIn(folder, ['recommend', '--json']);
  expect(JSON.parse(after.out).gaps[0]).toEqual({ tier: 'basic', complete: 100, missing: [] });
  const again = await runIn(folder, ['add', '--tier', 'basic', '--yes']);
  expect(again.out).toContain('Nothing to do');
});

test('`plan --tier` alone shows what `add --tier` would do', async () => {
  const { code, out } = await runIn(folder, ['plan', '--tier', 'basic', '--json']);
  const { kind, features } = JSON.parse(out);
  expect([code, kind]).toEqual([0, 'plan']);
  expect(features.map(({ name }: { readonly name: string }) => name)).toEqual(
    expect.arrayContaining(['config-env', 'graceful-shutdown', 'health', 'metrics']),
  );
});

test('`add` without a feature or a tier says what to name', async () => {
  const { code, err } = await runIn(folder, ['add']);
  expect([code, err]).toEqual([1, expect.stringContaining('names neither a feature nor a tier')]);
});
