import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian's package → the program that tells whether it is there. */
export const DEBIAN_PACKAGES: Readonly<Record<string, string>> = {
  prometheus: 'promtool',
  'prometheus-alertmanager': 'amtool',
  'postgresql-15': 'initdb',
  'redis-server': 'redis-server',
  openssl: 'openssl',
  'nats-server': 'nats-server',
  'rabbitmq-server': 'rabbitmq-server',
  tmux: 'tmux',
  chromium: 'chromium',
};

/** The file of a program; `undefined` where it is not installed. PostgreSQL keeps its own out of the PATH. */
export function findPart(program: string): string | undefined {
  const postgres = '/usr/lib/postgresql';
  const versions = existsSync(postgres) ? readdirSync(postgres) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    // Servers, which are out of the PATH of whoever is not root.
    '/usr/sbin',
    ...versions.map((version) => join(postgres, version, 'bin')),
  ];
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/** `describe`, or `describe.skip` where the program is missing; `install-parts.ts` has said so loudly then. */
export function describeWith(program: string): jest.Describe {
  return findPart(program) === undefined ? describe.skip : describe;
}

/** `describe`, or `describe.skip` where Node.js lacks node:sqlite; `run.ts` has said so loudly then. */
export function describeWithSqlite(): jest.Describe {
  return process.getBuiltinModule('node:sqlite' as string) === undefined ? describe.skip : describe;
}
