import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../running/free-port.ts';
import { findPart } from './parts.ts';

/** A NATS server with JetStream of a test's own, on a port of its own. */
export interface Nats {
  readonly url: string;
  /** End it without warning, and start it again on the same port and data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startNats(): Promise<Nats> {
  const program = findPart('nats-server') ?? '';
  if (program === '') throw new Error('nats-server is not installed.');
  const folder = mkdtempSync(join(tmpdir(), 'nats-'));
  const port = await freePort();
  const words = ['--addr', '127.0.0.1', '--port', String(port), '--jetstream', '--store_dir', folder];
  let server = await launch(program, words, port);
  const end = async () => {
    const exited = once(server, 'exit');
    server.kill('SIGKILL');
    await exited;
  };
  return {
    url: `nats://127.0.0.1:${port}`,
    restart: async () => {
      await end();
      server = await launch(program, words, port);
    },
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function launch(program: string, words: readonly string[], port: number): Promise<ChildProcess> {
  const server = spawn(program, words, { stdio: 'ignore' });
  while (!(await accepts(port))) {
    if (server.exitCode !== null) throw new Error('nats-server ended.');
    await wait(20);
  }
  return server;
}

/** Whether something listens on a port of this machine. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
