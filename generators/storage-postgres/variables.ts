import type { EnvVariable } from '@joinery/kit';
import type { Options } from './plan.ts';

const INTEGER = { type: 'integer', min: 1 } as const;

/** What the service must be told of its database. */
export function variables({
  poolSize,
  statementTimeoutMs,
}: Pick<Options, 'poolSize' | 'statementTimeoutMs'>): readonly EnvVariable[] {
  return [
    {
      name: 'DATABASE_URL',
      type: 'url',
      default: 'postgres://app:app@localhost:5432/app',
      developmentOnly: true,
      secret: true,
      description: 'Where the database is, with user and password.',
    },
    {
      name: 'DATABASE_TLS',
      type: 'enum',
      values: ['verify-full', 'off'],
      default: 'verify-full',
      description: 'Whether the database must prove who it is; on the machine itself it need not.',
    },
    {
      name: 'DATABASE_CA_FILE',
      type: 'string',
      optional: true,
      description: 'Certificates of the authority that signed the database’s own, as PEM.',
    },
    {
      ...INTEGER,
      name: 'DATABASE_POOL_MAX',
      default: poolSize,
      description: 'Connections of one process at most.',
    },
    {
      ...INTEGER,
      name: 'DATABASE_STATEMENT_TIMEOUT_MS',
      default: statementTimeoutMs,
      description: 'Milliseconds after which the database gives a statement up.',
    },
    {
      ...INTEGER,
      name: 'DATABASE_CONNECT_TIMEOUT_MS',
      default: 2_000,
      description: 'Milliseconds to wait for a connection before the work fails.',
    },
    announcing,
  ];
}

export const announcing: EnvVariable = {
  name: 'DATABASE_LISTEN',
  type: 'boolean',
  default: true,
  description: 'Whether processes tell each other at once what is new; not through a pooler by transaction.',
};
