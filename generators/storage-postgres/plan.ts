import {
  type Code,
  code,
  contribute,
  definePlan,
  dependency,
  devDependency,
  from,
  literal,
  note,
  type Profile,
  refuse,
  type Statement,
  template,
} from '@joinery/kit';
import { composeFiles } from './compose-files.ts';
import { exportedPools, loaded, otherPools } from './host-pool.ts';
import { announcing, variables } from './variables.ts';

export interface Options {
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  /** `own`, or the name under which the service exports its pool. */
  readonly pool: string;
}

const FILES = ['migrate-postgres', 'postgres-announcements', 'postgres-driver', 'postgres-sql'];
const env = from('env', '#host/config/env');

export default definePlan<Options>({
  statements: ({ host, options, has }) => [
    dependency('pg', '^8.11.0'),
    devDependency('@types/pg', '^8.11.0'),
    ...templates(FILES),
    ...(options.pool === 'own' ? own(host, options, has('observability-stack')) : shared(host, options)),
  ],
  notesOnRemoval: () => [
    note(
      'Its data is neither moved nor deleted: it stays in the database that DATABASE_URL named. Copy what the service still needs into its new storage before it serves, and keep the database until that is proven.',
    ),
  ],
});

/** A pool of the storage's own, with limits on everything. */
function own(host: Profile, options: Options, hasStack: boolean): readonly Statement[] {
  return [
    ...templates(['postgres', 'postgres-connection']),
    template('storage/postgres.check.ts', `storage/postgres.${host.tests.suffix}.ts`),
    ...variables(options).map((variable) => contribute('env.variables', variable)),
    ...composeFiles(hasStack),
    storage(code`${from('createPostgresStorage', '#host/storage/postgres')}({
  url: ${env}.DATABASE_URL,
  tls: ${env}.DATABASE_TLS,
  caFile: ${env}.DATABASE_CA_FILE,
  applicationName: ${literal(host.service.name)},
  max: ${env}.DATABASE_POOL_MAX,
  statementTimeoutMs: ${env}.DATABASE_STATEMENT_TIMEOUT_MS,
  connectTimeoutMs: ${env}.DATABASE_CONNECT_TIMEOUT_MS,
  listen: ${env}.DATABASE_LISTEN,
  migrations: ${env}.MIGRATIONS_DIR,
})`),
    ...otherPools(host).map(note),
  ];
}

/** The pool that the service has, and what lets an ORM over it take part in transactions. */
function shared(host: Profile, { pool }: Options): readonly Statement[] {
  const pools = exportedPools(host);
  const found = pools.find(({ name }) => name === pool);
  if (found === undefined) {
    const have = pools.map(({ name, evidence }) => `\`${name}\` (${evidence})`).join(', ') || 'none';
    return [
      refuse(
        `The service exports no pool of \`pg\` named \`${pool}\`; it exports ${have}.`,
        'Write `export const pool = new Pool(…)` in a file that the service loads, and name it in `storage-postgres.pool`; or leave that away, and the storage has a pool of its own.',
        [],
      ),
    ];
  }
  return [
    ...templates(['joining', 'shared-postgres']),
    template('storage/joining.check.ts', `storage/joining.${host.tests.suffix}.ts`),
    contribute('env.variables', announcing),
    storage(code`${from('createSharedPostgresStorage', '#host/storage/shared-postgres')}({
  pool: async () => ${loaded(found, host)},
  listen: ${env}.DATABASE_LISTEN,
  migrations: ${env}.MIGRATIONS_DIR,
})`),
    note(
      `Give \`joining(${pool})\` of \`storage/joining\` to Drizzle or Kysely where they get \`${pool}\`: inside of \`storage.transaction\` their statements then take part in it.`,
    ),
  ];
}

function storage(value: Code): Statement {
  return contribute('platform.instances', { name: 'storage', value });
}

function templates(names: readonly string[]): readonly Statement[] {
  return names.map((name) => template(`storage/${name}.ts`, `storage/${name}.ts`));
}
