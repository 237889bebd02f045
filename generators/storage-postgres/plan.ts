import {
  code,
  contribute,
  definePlan,
  dependency,
  devDependency,
  from,
  literal,
  note,
  template,
} from '@joinery/kit';
import { composeFiles } from './compose-files.ts';
import { variables } from './variables.ts';

export interface Options {
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
}

const FILES = [
  'migrate-postgres',
  'postgres',
  'postgres-announcements',
  'postgres-connection',
  'postgres-sql',
];
const env = from('env', '#host/config/env');

export default definePlan<Options>({
  statements: ({ host, options, has }) => [
    dependency('pg', '^8.11.0'),
    devDependency('@types/pg', '^8.11.0'),
    ...FILES.map((name) => template(`storage/${name}.ts`, `storage/${name}.ts`)),
    template('storage/postgres.check.ts', `storage/postgres.${host.tests.suffix}.ts`),
    ...variables(options).map((variable) => contribute('env.variables', variable)),
    ...composeFiles(has('observability-stack')),
    contribute('platform.instances', {
      name: 'storage',
      value: code`${from('createPostgresStorage', '#host/storage/postgres')}({
  url: ${env}.DATABASE_URL,
  tls: ${env}.DATABASE_TLS,
  caFile: ${env}.DATABASE_CA_FILE,
  applicationName: ${literal(host.service.name)},
  max: ${env}.DATABASE_POOL_MAX,
  statementTimeoutMs: ${env}.DATABASE_STATEMENT_TIMEOUT_MS,
  connectTimeoutMs: ${env}.DATABASE_CONNECT_TIMEOUT_MS,
  listen: ${env}.DATABASE_LISTEN,
  migrations: ${env}.MIGRATIONS_DIR,
})`,
    }),
  ],
  notesOnRemoval: () => [
    note(
      'Its data is neither moved nor deleted: it stays in the database that DATABASE_URL named. Copy what the service still needs into its new storage before it serves, and keep the database until that is proven.',
    ),
  ],
});
