import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A service that runs as a process of ours. */
export interface Running {
  /** Where its servers listen, `127.0.0.1:49152`. */
  addresses(): readonly string[];
  ended(): boolean;
  output(): string;
  /** Ask it to stop; kill it when it does not. */
  stop(): Promise<void>;
}

const STOP_MS = 15_000;

/**
 * Loaded into the service before its own code: whatever port it asks for, it gets a free one, and says which.
 * So it can run beside another instance, and need not know of any convention for its port.
 */
const PRELOAD = `
import { appendFileSync } from 'node:fs';
import net from 'node:net';
const { listen } = net.Server.prototype;
net.Server.prototype.listen = function (...args) {
  const [first, ...rest] = args;
  const isPort = typeof first === 'number' || (typeof first === 'string' && /^[0-9]+$/.test(first));
  const isOptions = typeof first === 'object' && first !== null && first.port !== undefined && first.path === undefined;
  const changed = isPort ? [0, ...rest] : isOptions ? [{ ...first, port: 0 }, ...rest] : args;
  this.once('listening', () => {
    const address = this.address();
    if (typeof address !== 'object' || address === null) return;
    const any = ['::', '0.0.0.0'].includes(address.address);
    const host = any ? '127.0.0.1' : address.family === 'IPv6' ? '[' + address.address + ']' : address.address;
    appendFileSync(process.env.JOINERY_BOOT_REPORT, host + ':' + address.port + '\\n');
  });
  return listen.apply(this, changed);
};
`;

/** Start a command of a service in a process group of its own, so that everything it starts is stopped with it. */
export async function startService(words: readonly [string, ...string[]], folder: string): Promise<Running> {
  const [program, ...args] = words;
  const scratch = mkdtempSync(join(tmpdir(), 'joinery-boot-'));
  const report = join(scratch, 'addresses');
  const preload = `--import=data:text/javascript,${encodeURIComponent(PRELOAD)}`;
  const child = spawn(program, args, {
    cwd: folder,
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(await freePort()),
      NODE_OPTIONS: [process.env.NODE_OPTIONS, preload].filter(Boolean).join(' '),
      JOINERY_BOOT_REPORT: report,
    },
  });
  let output = '';
  let failed = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  child.on('error', (error) => {
    failed = true;
    output += error.message;
  });
  const ended = () => failed || child.exitCode !== null || child.signalCode !== null;
  return {
    addresses: () => (existsSync(report) ? readFileSync(report, 'utf8').split('\n').filter(Boolean) : []),
    ended,
    output: () => output,
    stop: async () => {
      await stopGroup(child.pid, ended, () => once(child, 'exit'));
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** All of the group may take its time, not only the program that was started: npm is gone before the service it started. */
async function stopGroup(
  pid: number | undefined,
  ended: () => boolean,
  exit: () => Promise<unknown>,
): Promise<void> {
  if (pid === undefined) return;
  const deadline = performance.now() + STOP_MS;
  signalGroup(pid, 'SIGTERM');
  while (isAlive(pid) && performance.now() < deadline) await wait(25);
  signalGroup(pid, 'SIGKILL');
  if (!ended()) await exit();
}

/** Whether anything of a group still runs. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(process.platform === 'win32' ? pid : -pid, 0);
  } catch {
    return false;
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // Nothing of it is left.
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
