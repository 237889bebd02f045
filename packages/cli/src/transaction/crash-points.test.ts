import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash, type Plan } from '@joinery/engine';
import { apply } from './apply.ts';
import type { ApplyPorts, ApplySettings } from './apply-ports.ts';
import { continueApply } from './continue-apply.ts';
import { type Disk, nodeDisk } from './disk.ts';
import type { HostPlace } from './host-place.ts';
import { listRecords } from './records.ts';
import { recover } from './recover.ts';
import { buildCrash } from './testing/build-crash.ts';
import { watchedDisk } from './testing/failing-disk.ts';
import { makeHost, makePlan, put, snapshot } from './testing/host.ts';
import { tenFeatures, writeHost } from './testing/ten-features.ts';
import { abortApply, undo } from './undo.ts';

// Every point is an apply of its own.
jest.setTimeout(1_200_000);

const OFFLINE: ApplySettings = { install: false, verify: 'none' };
const seed = Number(process.env.JOINERY_SEED ?? Date.now() % 1_000_000);
/** `JOINERY_CRASH=all` tries every call of the large apply; otherwise as many as this, chosen by the seed. */
const MOST = process.env.JOINERY_CRASH === 'all' ? Number.POSITIVE_INFINITY : 24;

const merge = () => ({ kind: 'conflict', text: '', count: 1 }) as const;

function portsOf(disk: Disk): ApplyPorts {
  const signal = new AbortController().signal;
  return { disk, run: async () => ({ code: 0, output: '' }), signal, progress: () => {} };
}

/** A disk on which nothing happens any more from a call on: to a host, that is a killed process. */
function dyingDisk(point: number, count: (call: number) => void): Disk {
  return watchedDisk((call) => {
    count(call);
    if (call >= point) throw new Error('killed');
  });
}

type Act = (host: HostPlace, ports: ApplyPorts) => Promise<unknown>;

/** Kill an action at points of it, repair, and compare with the states before and after. */
async function killAt(start: HostPlace, act: Act, choose: (calls: number) => readonly number[]) {
  const copy = () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'killed-')));
    cpSync(start.folder, folder, { recursive: true });
    return { folder, workspace: undefined };
  };
  const state = (host: HostPlace) => JSON.stringify([cleared(snapshot(host.folder)), recordsOf(host)]);
  const whole = copy();
  let calls = 0;
  const before = state(whole);
  await act(whole, portsOf(dyingDisk(Number.POSITIVE_INFINITY, (call) => (calls = call))));
  const after = state(whole);
  expect(after).not.toBe(before);
  const seen = { before: 0, after: 0 };
  for (const point of choose(calls)) {
    const host = copy();
    await act(host, portsOf(dyingDisk(point, () => {}))).catch(() => {});
    // The process that holds the lock is this one, which lives on.
    rmSync(join(host.folder, '.joinery/apply.lock'), { force: true });
    recover(nodeDisk, host);
    const now = state(host);
    if (now === before) seen.before += 1;
    else if (now === after) seen.after += 1;
    else
      throw new Error(
        `killed before call ${point}, the host is torn:\n${now}\nbefore:\n${before}\nafter:\n${after}`,
      );
    rmSync(host.folder, { recursive: true });
  }
  rmSync(whole.folder, { recursive: true });
  rmSync(start.folder, { recursive: true });
  return { calls, ...seen };
}

/** How many conflicts wait in each record. */
function recordsOf(host: HostPlace): readonly number[] {
  return listRecords(nodeDisk, host).map(({ story }) => story.conflicts.length);
}

const every = (calls: number) => Array.from({ length: calls }, (_, index) => index + 1);

function sampled(calls: number): readonly number[] {
  const step = Math.max(1, Math.floor(calls / MOST));
  return every(calls).filter((point) => (point + seed) % step === 0);
}

function cleared(state: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const kept = Object.entries(state).filter(([path]) => !/^\.joinery\/apply\.lock/.test(path));
  const empty = !kept.some(([path]) => path.startsWith('.joinery/'));
  return Object.fromEntries(kept.filter(([path]) => !(empty && path === '.joinery')));
}

/** The same plan, as if people's edits of a file conflicted with it. */
function conflictingPlan(): Plan {
  const text = '<<<<<<< yours\nlisten();\n=======\ninstall();\n>>>>>>> joinery\n';
  const plan = makePlan();
  const changes = plan.changes.map((change) =>
    change.path === 'src/server.ts'
      ? ({ ...change, kind: 'update', before: hash('listen();\r\n'), text } as const)
      : change,
  );
  return { ...plan, changes, conflicts: [{ path: 'src/server.ts', count: 1 }] };
}

const FORCED = { ...OFFLINE, force: false };

test.each<[string, Plan, Act]>([
  ['undo', makePlan(), (host, ports) => undo(host, FORCED, merge, ports)],
  ['apply --abort', conflictingPlan(), (host, ports) => abortApply(host, FORCED, merge, ports)],
  ['apply --continue', conflictingPlan(), (host, ports) => continueApply(host, OFFLINE, ports)],
])('%s, killed before any call, is as before or as after', async (name, plan, act) => {
  const host = makeHost();
  await apply(plan, host, OFFLINE, portsOf(nodeDisk));
  if (name === 'apply --continue') put(host.folder, 'src/server.ts', 'settled();\n');
  const { calls, before, after } = await killAt(host, act, every);
  expect(calls).toBeGreaterThan(10);
  expect([before + after, before > 0, after > 0]).toEqual([calls, true, true]);
});

test('an apply of ten features, killed at points all over it, is as before or as after', async () => {
  const ten = await tenFeatures(seed);
  const act: Act = (host, ports) => apply(ten.plan, host, OFFLINE, ports);
  const { calls, before, after } = await killAt(writeHost(ten), act, sampled);
  console.info(
    `seed ${seed} (JOINERY_SEED): ${ten.features.length} features, ${ten.plan.changes.length} files, ${calls} calls, killed at ${before + after} of them: ${before} as before, ${after} as after`,
  );
  expect([ten.features.length >= 10, before > 0]).toEqual([true, true]);
});

test('kill -9 in the middle of ten features', async () => {
  const ten = await tenFeatures(seed);
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  const program = await buildCrash(folder);
  const planFile = join(folder, 'plan.json');
  writeFileSync(planFile, JSON.stringify(ten.plan));
  const run = (host: HostPlace, point: number) =>
    spawnSync(process.execPath, [program, host.folder, String(point), planFile], { encoding: 'utf8' });
  const whole = writeHost(ten);
  const before = JSON.stringify(snapshot(whole.folder));
  const calls = Number.parseInt(run(whole, 0).stdout, 10);
  const after = JSON.stringify(cleared(snapshot(whole.folder)));
  const points =
    process.env.JOINERY_CRASH === 'all' ? every(calls) : sampled(calls).filter((_, index) => index % 8 === 4);
  const seen = { before: 0, after: 0 };
  for (const point of points) {
    const host = writeHost(ten);
    expect(run(host, point).signal).toBe('SIGKILL');
    recover(nodeDisk, host);
    const now = JSON.stringify(cleared(snapshot(host.folder)));
    if (now === before) seen.before += 1;
    else if (now === after) seen.after += 1;
    else throw new Error(`killed before call ${point} of ${calls}, the host is torn`);
    rmSync(host.folder, { recursive: true });
  }
  console.info(
    `kill -9 at ${points.length} of ${calls} calls: ${seen.before} as before, ${seen.after} as after`,
  );
  expect(seen.before + seen.after).toBe(points.length);
  for (const one of [folder, whole.folder]) rmSync(one, { recursive: true });
});
