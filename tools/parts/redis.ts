import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../running/free-port.ts';
import { findPart } from './parts.ts';

/** A Redis of a test's own, on a port of its own, that keeps nothing on the disk. */
export interface Redis {
  readonly url: string;
  /** Stop answering without closing connections, as a stuck server does; `SIGCONT` goes on. */
  signal(signal: NodeJS.Signals): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Start a server on the loopback interface. */
export async function startRedis(): Promise<Redis> {
  const program = findPart('redis-server') ?? '';
  if (program === '') throw new Error('redis-server is not installed.');
  const port = await freePort();
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    // One that was killed may still hold the port.
    await stop();
    const started = spawn(program, words, { cwd: tmpdir(), stdio: 'ignore' });
    server = started;
    while (!(await accepts(port))) {
      if (started.exitCode !== null) throw new Error('redis-server ended.');
      await wait(20);
    }
  }

  async function stop(): Promise<void> {
    const ending = server;
    server = undefined;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const exited = once(ending, 'exit');
    ending.kill('SIGKILL');
    await exited;
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    signal: (signal) => server?.kill(signal),
    stop,
  };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
