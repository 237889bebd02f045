import { rmSync } from 'node:fs';
import { apply } from './apply.ts';
import { nodeDisk } from './disk.ts';
import type { HostPlace } from './host-place.ts';
import type { Run } from './package-manager.ts';
import { makeHost, makePlan, put, snapshot } from './testing/host.ts';

let host: HostPlace;

beforeEach(() => {
  host = makeHost();
  put(host.folder, 'tsconfig.json', '{}');
  put(host.folder, 'node_modules/typescript/bin/tsc', '');
});

afterEach(() => {
  rmSync(host.folder, { recursive: true, force: true });
});

/** A compiler that answers in turn; the package manager always succeeds. */
async function applyWith(answers: readonly (readonly string[])[]) {
  const calls: string[] = [];
  const left = [...answers];
  const run: Run = async ({ program }) => {
    calls.push(program === process.execPath ? 'tsc' : program);
    if (program !== process.execPath) return { code: 0, output: '' };
    const errors = left.shift() ?? [];
    return { code: errors.length === 0 ? 0 : 2, output: errors.join('\n') };
  };
  const ports = { disk: nodeDisk, run, signal: new AbortController().signal, progress: () => {} };
  return { outcome: await apply(makePlan(), host, { install: true, verify: 'types' }, ports), calls };
}

test('a service that type-checks afterwards is done', async () => {
  const { outcome, calls } = await applyWith([[]]);
  expect(outcome).toMatchObject({ kind: 'receipt', verified: 'types', install: 'done' });
  expect(calls).toEqual(['npm', 'tsc']);
});

test('errors that the changes bring put everything back, packages included; older ones are not held against them', async () => {
  const before = snapshot(host.folder);
  const { outcome, calls } = await applyWith([
    ['src/a.ts(9,1): error TS1: ours', 'src/b.ts(2,2): error TS2: old'],
    ['src/b.ts(1,1): error TS2: old'],
  ]);
  expect(outcome).toMatchObject({ id: 'verification-failed', exitCode: 1 });
  expect(outcome).toHaveProperty('found', expect.stringContaining('src/a.ts: error TS1: ours'));
  expect(outcome).toHaveProperty('found', expect.not.stringContaining('old'));
  expect(calls).toEqual(['npm', 'tsc', 'tsc', 'npm']);
  expect(snapshot(host.folder)).toEqual(before);
});

test('a service that was broken before in the same way gets the changes, with a warning', async () => {
  const { outcome } = await applyWith([['src/b.ts(2,2): error TS2: old'], ['src/b.ts(1,1): error TS2: old']]);
  expect(outcome).toMatchObject({ kind: 'receipt', verified: 'none', install: 'done' });
  expect(outcome).toHaveProperty('warnings', [
    'The service had 1 type errors before; these changes add none.',
  ]);
  expect(snapshot(host.folder)['src/server.ts']).toContain('install()');
});
