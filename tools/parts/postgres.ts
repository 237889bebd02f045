import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../running/free-port.ts';
import { findPart } from './parts.ts';

/** A PostgreSQL of a test's own, on a port of its own. */
export interface Postgres {
  readonly port: number;
  readonly url: string;
  /** Make an empty database and return its URL. */
  database(name: string): string;
  /** End it as `mode` says, and start it again on the same port and data. */
  restart(mode: 'fast' | 'immediate'): Promise<void>;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; Debian's package brings a user of its own. */
export function postgresUser(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/** Start a server with `settings` of postgresql.conf, trusting whoever connects from this machine. */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<Postgres> {
  const user = postgresUser();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  chmodSync(folder, 0o700);
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const init = ['-D', data, '-U', 'app', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  run('initdb', init, user);
  const port = await freePort();
  const words = ['-D', data, '-p', String(port), '-k', folder];
  // What is tested survives the loss of the process, not of the machine.
  const all = { listen_addresses: '127.0.0.1', fsync: 'off', max_connections: '60', ...settings };
  for (const [name, value] of Object.entries(all)) words.push('-c', `${name}=${value}`);
  let server = await launch(words, user, port);
  const url = (name: string) => `postgres://app@127.0.0.1:${port}/${name}`;

  async function end(signal: NodeJS.Signals): Promise<void> {
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
  }

  return {
    port,
    url: url('postgres'),
    database: (name) => {
      run('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'app', name], {});
      return url(name);
    },
    restart: async (mode) => {
      await end(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
      server = await launch(words, user, port);
    },
    stop: async () => {
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function run(program: string, words: readonly string[], user: object): void {
  const options = { encoding: 'utf8', cwd: tmpdir(), ...user } as const;
  const { status, stderr, error } = spawnSync(part(program), words, options);
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
}

function part(program: string): string {
  const found = findPart(program);
  if (found === undefined) throw new Error(`${program} is not installed.`);
  return found;
}

async function launch(words: readonly string[], user: object, port: number): Promise<ChildProcess> {
  const server = spawn(part('postgres'), words, {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: tmpdir(),
    ...user,
  });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ready = ['-h', '127.0.0.1', '-p', String(port), '-q'];
  while (spawnSync(part('pg_isready'), ready).status !== 0) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended:\n${said}`);
    await wait(30);
  }
  return server;
}
