import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProblemError } from '@joinery/engine';
import { nodeDisk } from './disk.ts';
import { recover } from './recover.ts';
import { buildCrash } from './testing/build-crash.ts';
import { makeHost, snapshot } from './testing/host.ts';

let folder = '';
let program = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crash-'));
  program = await buildCrash(folder);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function crashAt(point: number) {
  const host = makeHost();
  const before = snapshot(host.folder);
  const child = spawnSync(process.execPath, [program, host.folder, String(point)], { encoding: 'utf8' });
  return { host, before, child };
}

test('killed before any call, the next start finds the host as before or as after', () => {
  const whole = crashAt(0);
  const calls = Number.parseInt(whole.child.stdout, 10);
  const done = snapshot(whole.host.folder);
  rmSync(whole.host.folder, { recursive: true });
  expect(calls).toBeGreaterThan(60);
  const seen = { before: 0, after: 0, told: 0 };
  for (let point = 1; point <= calls; point += 1) {
    const { host, before, child } = crashAt(point);
    expect(child.signal).toBe('SIGKILL');
    const said = recover(nodeDisk, host);
    if (said !== undefined) seen.told += 1;
    const state = JSON.stringify(cleared(snapshot(host.folder)));
    if (state === JSON.stringify(before)) seen.before += 1;
    else if (state === JSON.stringify(done)) seen.after += 1;
    else throw new Error(`killed before call ${point}, the host is torn: ${state}`);
    rmSync(host.folder, { recursive: true });
  }
  expect(seen.before + seen.after).toBe(calls);
  expect(seen.told).toBeGreaterThan(20);
});

/** Without the lock of the dead process, which the next apply takes over, and its folder if nothing else is in it. */
function cleared(state: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const kept = Object.entries(state).filter(([path]) => !path.startsWith('.joinery/apply.lock'));
  const empty = !kept.some(([path]) => path.startsWith('.joinery/'));
  return Object.fromEntries(kept.filter(([path]) => !(empty && path === '.joinery')));
}

test('a repair that is killed itself is finished by the next; people’s edits in between are not overwritten', () => {
  const { host } = crashAt(60);
  writeFileSync(join(host.folder, 'src/server.ts'), 'edited by hand\n');
  const error = problemOf(() => recover(nodeDisk, host));
  expect(error?.problem.id).toBe('unfinished-apply-edited');
  expect(error?.problem.places).toEqual(['src/server.ts']);
  expect(readFileSync(join(host.folder, 'src/server.ts'), 'utf8')).toBe('edited by hand\n');
  rmSync(host.folder, { recursive: true });
});

function problemOf(action: () => unknown): ProblemError | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof ProblemError) return error;
  }
  return undefined;
}

test('of applies that run at the same time each is done, finds nothing left to do, or is told to wait', async () => {
  const whole = crashAt(0);
  const done = snapshot(whole.host.folder);
  rmSync(whole.host.folder, { recursive: true });
  const seen = new Set<string>();
  for (let round = 0; round < 3; round += 1) {
    const host = makeHost();
    const said = await Promise.all([1, 2, 3].map(() => applyIn(host.folder)));
    for (const outcome of said) seen.add(outcome);
    expect(snapshot(host.folder)).toEqual(done);
    rmSync(host.folder, { recursive: true });
  }
  expect(
    [...seen].filter((outcome) => !['receipt', 'apply-running', 'host-moved'].includes(outcome)),
  ).toEqual([]);
  expect(seen).toContain('receipt');
});

async function applyIn(host: string): Promise<string> {
  const child = spawn(process.execPath, [program, host, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await once(child, 'close');
  return said.split(' ')[1] ?? said;
}
