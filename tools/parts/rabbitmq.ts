import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../running/free-port.ts';
import { accepts } from './nats.ts';
import { findPart } from './parts.ts';

/** A RabbitMQ of a test's own, on ports of its own, as the user `guest`. */
export interface RabbitMq {
  readonly url: string;
  /** Close every connection to it. */
  dropConnections(): void;
  stop(): Promise<void>;
}

export async function startRabbitMq(): Promise<RabbitMq> {
  const program = findPart('rabbitmq-server');
  if (program === undefined) throw new Error('rabbitmq-server is not installed.');
  // Debian's own scripts change to a user of their own and need its folders: these are the ones behind them.
  const sbin = '/usr/lib/rabbitmq/bin';
  const folder = mkdtempSync(join(tmpdir(), 'rabbitmq-'));
  const [port, distribution, finder] = [await freePort(), await freePort(), await freePort()];
  const env = {
    ...process.env,
    HOME: folder,
    RABBITMQ_NODENAME: `test${port}@localhost`,
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_DIST_PORT: String(distribution),
    RABBITMQ_MNESIA_BASE: folder,
    RABBITMQ_LOG_BASE: folder,
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'plugins'),
    RABBITMQ_PID_FILE: join(folder, 'pid'),
    RABBITMQ_CONF_ENV_FILE: join(folder, 'none'),
    // RabbitMQ starts the daemon by which nodes find each other, on a port of the test's own.
    ERL_EPMD_PORT: String(finder),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    // It may be ended before it has noticed that its node is gone.
    ERL_EPMD_RELAXED_COMMAND_CHECK: '1',
  };
  const server = spawn(join(sbin, 'rabbitmq-server'), [], { env, stdio: 'ignore', detached: true });
  while (!(await accepts(port))) {
    if (server.exitCode !== null) throw new Error('rabbitmq-server ended.');
    await wait(100);
  }
  const line = await openLine(port);
  return {
    url: `amqp://guest:guest@127.0.0.1:${line.port}`,
    dropConnections: line.cut,
    stop: async () => {
      line.close();
      await endGroup(server);
      spawnSync('epmd', ['-port', String(finder), '-kill']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A line to a port of this machine that can be cut. */
async function openLine(to: number): Promise<{ readonly port: number; cut(): void; close(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    close: () => {
      cut();
      server.close();
    },
  };
}

/** The server is a script and the virtual machine that it starts. */
async function endGroup(server: ChildProcess): Promise<void> {
  const exited = once(server, 'exit');
  if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
  await exited;
}
