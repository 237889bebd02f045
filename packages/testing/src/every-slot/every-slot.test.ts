import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openCatalog } from '@joinery/catalog';
import { freePort } from '../../../../tools/running/free-port.ts';
import type { HostFiles } from '../host-files.ts';
import { openWorkbench } from '../workbench.ts';
import { withEverySlot } from './every-slot.ts';
import { type FailingHost, failingHosts } from './failing-hosts.ts';

const root = join(__dirname, '../../../..');
// Inside the repository, so that the services find the frameworks in its node_modules.
const scratch = join(__dirname, '../../dist/every-slot');
const bench = openWorkbench(withEverySlot(openCatalog({ workspace: root, files: [], more: [] })));
const PHASES = 'context, observe, protect, limit, parse, authenticate, authorize';
const stops: (() => Promise<void>)[] = [];

afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  rmSync(scratch, { recursive: true, force: true });
});

describe.each(failingHosts())('$name', (host) => {
  test('every slot works, is idempotent and goes without trace', async () => {
    const after = await bench.add(host.files, 'every-slot');
    expect(await bench.add(after, 'every-slot')).toEqual(after);
    expect(await bench.remove(after, 'every-slot')).toEqual(host.files);

    const service = await start(build(after, host), host.main);
    expect(await service.ask('/platform')).toEqual({ status: 200, phases: PHASES, body: 'hello' });
    expect(await service.ask(host.fails)).toEqual({ status: 500, phases: PHASES, body: 'answered boom' });
    if (host.unknown !== undefined) {
      expect(await service.ask(host.unknown)).toEqual({ status: 404, phases: PHASES, body: 'unknown' });
    }
    expect((await service.ask('/health/ready')).status).toBe(200);
    await service.end();
    const said = service.output().split(/\r?\n/);
    const steps = said.filter((line) => /^(?:preloaded|provided|started|shutdown|reported)/.test(line));
    expect(steps).toEqual([
      'preloaded',
      ...(host.name.startsWith('Nest') ? ['provided'] : []),
      'started',
      'reported boom',
      'shutdown announce',
      'shutdown close',
      'shutdown flush',
    ]);
    expect(said[0]).toBe('preloaded');
  });
});

/** Write a service and compile it; gives its folder. */
function build(files: HostFiles, { links = {} }: FailingHost): string {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, 'host-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [name, target] of Object.entries(links)) {
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    symlinkSync(join(root, 'node_modules', target), join(folder, 'node_modules', name));
  }
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder, '--singleThreaded'], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  return folder;
}

async function start(folder: string, main: string) {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), SHUTDOWN_DELAY_MS: '0', NODE_ENV: 'development' };
  const child = spawn(process.execPath, [main], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  // Its last lines may come after its end.
  const exit = once(child, 'close');
  stops.push(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await exit;
  });
  const ask = async (path: string) => {
    const response = await fetch(`http://localhost:${port}${path}`);
    return { status: response.status, phases: response.headers.get('x-phases'), body: await response.text() };
  };
  // Some frameworks listen on several addresses, one after the other.
  while (!output.includes('started') || !(await isOpen(ask))) {
    if (child.exitCode !== null) throw new Error(`the service ended:\n${output}`);
    await wait(25);
  }
  return {
    ask,
    output: () => output,
    end: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
}

async function isOpen(ask: (path: string) => Promise<unknown>): Promise<boolean> {
  return ask('/platform').then(
    () => true,
    () => false,
  );
}
