import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apply } from './apply.ts';
import type { ApplyPorts, ApplySettings } from './apply-ports.ts';
import { nodeDisk } from './disk.ts';
import type { HostPlace } from './host-place.ts';
import { recover } from './recover.ts';
import { run as runProgram } from './run.ts';
import { systemError, watchedDisk } from './testing/failing-disk.ts';
import { makeHost, makePlan, put, snapshot } from './testing/host.ts';

const OFFLINE: ApplySettings = { install: false, verify: 'none' };

const quiet = new AbortController().signal;

let host: HostPlace;

beforeEach(() => {
  host = makeHost();
});

afterEach(() => {
  rmSync(host.folder, { recursive: true, force: true });
});

function ports(changed: Partial<ApplyPorts> = {}): ApplyPorts {
  return {
    disk: nodeDisk,
    run: async () => ({ code: 0, output: '' }),
    signal: new AbortController().signal,
    progress: () => {},
    ...changed,
  };
}

async function after(): Promise<Readonly<Record<string, string>>> {
  const other = makeHost();
  await apply(makePlan(), other, OFFLINE, ports());
  const state = snapshot(other.folder);
  rmSync(other.folder, { recursive: true });
  return state;
}

test('a plan is written whole: modes stay, emptied folders go, nothing of ours is left', async () => {
  const receipt = await apply(makePlan(), host, OFFLINE, ports());
  expect(receipt).toMatchObject({ kind: 'receipt', install: 'skipped', verified: 'none' });
  expect(Object.keys(snapshot(host.folder))).toEqual([
    '.joinery',
    '.joinery/base',
    '.joinery/base/ab',
    'joinery.lock.json',
    'package-lock.json',
    'package.json',
    'src',
    'src/platform',
    'src/platform/clock',
    'src/platform/clock/deep',
    'src/platform/clock/deep/clock.ts',
    'src/server.ts',
    'src/untouched.ts',
  ]);
  expect(snapshot(host.folder)['src/server.ts']).toBe('755 install();\r\nlisten();\r\n');
});

test('applying what is applied writes nothing', async () => {
  await apply(makePlan(), host, OFFLINE, ports());
  const again = await apply(makePlan(), host, OFFLINE, ports());
  expect(again).toMatchObject({ kind: 'receipt', written: [] });
});

test.each(['ENOSPC', 'EACCES', 'EIO'])('%s at any write puts every byte back', async (code) => {
  const before = snapshot(host.folder);
  const done = await after();
  const outcomes = new Set<string>();
  for (let point = 1; ; point += 1) {
    let reached = false;
    const disk = watchedDisk((call) => {
      if (call !== point) return;
      reached = true;
      throw systemError(code);
    });
    const outcome = await apply(makePlan(), host, OFFLINE, ports({ disk }));
    if (!reached) break;
    recover(nodeDisk, host);
    const state = snapshot(host.folder);
    outcomes.add(outcome.kind);
    if (outcome.kind === 'problem') rmSync(join(host.folder, '.joinery'), { recursive: true, force: true });
    const expected = outcome.kind === 'problem' ? before : done;
    expect([point, withoutLock(state)]).toEqual([point, expected]);
    if (outcome.kind === 'receipt') {
      rmSync(host.folder, { recursive: true });
      host = makeHost();
    }
  }
  expect(outcomes.has('problem')).toBe(true);
});

/** A disk that fails at the very moment of cleaning up may leave our own lock; the next run clears it. */
function withoutLock(state: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const ours = (path: string) => path.startsWith('.joinery') && !path.startsWith('.joinery/base');
  const own = Object.entries(state).filter(([path]) => !/^\.joinery\/apply\.lock/.test(path));
  const only = own.every(([path]) => !path.startsWith('.joinery/'));
  return Object.fromEntries(own.filter(([path]) => !(only && ours(path))));
}

test('a file that moved since the plan is named, and nothing is written', async () => {
  put(host.folder, 'src/server.ts', 'edited();\n');
  put(host.folder, 'joinery.lock.json', 'already here');
  const before = snapshot(host.folder);
  const outcome = await apply(makePlan(), host, OFFLINE, ports());
  expect(outcome).toMatchObject({
    id: 'host-moved',
    exitCode: 5,
    places: ['joinery.lock.json', 'src/server.ts'],
  });
  expect(snapshot(host.folder)).toEqual(before);
});

test('a read-only file stops the apply, for root too', async () => {
  chmodSync(join(host.folder, 'src/server.ts'), 0o444);
  const before = snapshot(host.folder);
  const outcome = await apply(makePlan(), host, OFFLINE, ports());
  expect(outcome).toMatchObject({ id: 'read-only-files', places: ['src/server.ts'] });
  expect(snapshot(host.folder)).toEqual(before);
});

test('a link that leads out is not written through; one inside is kept as a link', async () => {
  const outside = makeHost();
  rmSync(join(host.folder, 'src'), { recursive: true });
  symlinkSync(join(outside.folder, 'src'), join(host.folder, 'src'));
  const outcome = await apply(makePlan(), host, OFFLINE, ports());
  expect(outcome).toMatchObject({ id: 'path-leaves-service', exitCode: 4 });
  expect(readFileSync(join(outside.folder, 'src/server.ts'), 'utf8')).toBe('listen();\r\n');
  rmSync(join(host.folder, 'src'));
  mkdirSync(join(host.folder, 'code'));
  symlinkSync('code', join(host.folder, 'src'));
  put(host.folder, 'code/server.ts', 'listen();\r\n');
  put(host.folder, 'code/platform/old/gone.ts', 'export {};\n');
  expect(await apply(makePlan(), host, OFFLINE, ports())).toMatchObject({ kind: 'receipt' });
  expect(readFileSync(join(host.folder, 'code/server.ts'), 'utf8')).toContain('install()');
  rmSync(outside.folder, { recursive: true });
});

test.each(['../outside.ts', '/etc/motd', 'src/../../outside.ts', '.git/config'])(
  'a plan cannot write %s',
  async (path) => {
    const change = { kind: 'create', path, text: '', reason: { owners: [], because: '' } } as const;
    const outcome = await apply({ ...makePlan(), changes: [change] }, host, OFFLINE, ports());
    expect(outcome).toMatchObject({ id: 'path-leaves-service' });
  },
);

test('a failed install puts files, lockfile and a new node_modules back', async () => {
  const before = snapshot(host.folder);
  const run = async () => {
    writeFileSync(join(host.folder, 'package-lock.json'), 'rewritten');
    put(host.folder, 'yarn.lock', 'new');
    put(host.folder, 'node_modules/x/package.json', '{}');
    return { code: 1, output: 'no such package' };
  };
  const outcome = await apply(makePlan(), host, { install: true, verify: 'none' }, ports({ run }));
  expect(outcome).toMatchObject({ id: 'install-failed', exitCode: 1 });
  expect(outcome).toHaveProperty('found', expect.stringContaining('no such package'));
  expect(snapshot(host.folder)).toEqual(before);
});

test('a package manager that is not there is what is to be installed', async () => {
  const run: ApplyPorts['run'] = () =>
    runProgram({ program: 'no-such-manager', args: [], env: {}, folder: host.folder }, quiet);
  const outcome = await apply(makePlan(), host, { install: true, verify: 'none' }, ports({ run }));
  expect(outcome).toMatchObject({ id: 'install-failed', exitCode: 1 });
  expect(outcome).toHaveProperty('found', expect.stringContaining('no-such-manager'));
  expect(outcome).toHaveProperty(
    'todo',
    expect.stringMatching(/^Install `npm`, which this service uses, and/),
  );
});

test('giving up during the install puts everything back and exits with 130', async () => {
  const before = snapshot(host.folder);
  const cancel = new AbortController();
  const run = async () => {
    cancel.abort();
    return { code: 1, output: '' };
  };
  const outcome = await apply(
    makePlan(),
    host,
    { install: true, verify: 'none' },
    ports({ run, signal: cancel.signal }),
  );
  expect(outcome).toMatchObject({ id: 'cancelled', exitCode: 130 });
  expect(snapshot(host.folder)).toEqual(before);
});

test('a second apply at the same time is told to wait; a lock whose process is gone is taken over', async () => {
  const lock = join(host.folder, '.joinery/apply.lock');
  let inner: unknown;
  const run = async () => {
    inner = await apply(makePlan(), host, OFFLINE, ports());
    return { code: 0, output: '' };
  };
  expect(await apply(makePlan(), host, { install: true, verify: 'none' }, ports({ run }))).toMatchObject({
    kind: 'receipt',
  });
  expect(inner).toMatchObject({ id: 'apply-running' });
  const own = existsSync('/proc/self/stat') ? readFileSync('/proc/self/stat', 'utf8') : '';
  put(
    host.folder,
    '.joinery/apply.lock',
    JSON.stringify({
      pid: 2 ** 22 + 7,
      machine: (await import('node:os')).hostname(),
      began: own.length > 0 ? '1' : '',
    }),
  );
  expect(await apply(makePlan(), host, OFFLINE, ports())).toMatchObject({ kind: 'receipt' });
  expect(existsSync(lock)).toBe(false);
});
