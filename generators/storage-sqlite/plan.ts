import { code, contribute, definePlan, devDependency, from, literal, note, template } from '@joinery/kit';
import { nodeTypes } from './node-types.ts';

interface Options {
  readonly path: string;
  readonly synchronous: 'by-tier' | 'normal' | 'full';
}

const FILES = ['migrate-sqlite', 'sqlite', 'sqlite-database', 'turns'];
const env = from('env', '#host/config/env');

export default definePlan<Options>({
  statements: ({ host, options, tier, has }) => [
    devDependency('@types/node', nodeTypes(host.node.value), '>=20.16.0'),
    ...FILES.map((name) => template(`storage/${name}.ts`, `storage/${name}.ts`)),
    template('storage/sqlite.check.ts', `storage/sqlite.${host.tests.suffix}.ts`),
    contribute('env.variables', {
      name: 'SQLITE_PATH',
      type: 'string',
      optional: true,
      description: `The database’s file; \`${options.path}\` unless set, \`:memory:\` while NODE_ENV is \`test\`.`,
    }),
    contribute('platform.instances', {
      name: 'storage',
      value: code`${from('createSqliteStorage', '#host/storage/sqlite')}({
  path: ${env}.SQLITE_PATH ?? (${env}.NODE_ENV === 'test' ? ':memory:' : ${literal(options.path)}),
  synchronous: ${literal(durability(options, tier === 'enterprise' && has('event-store')))},
  migrations: ${env}.MIGRATIONS_DIR,
})`,
    }),
  ],
  notesOnRemoval: ({ path }) => [
    note(
      `Its data is neither moved nor deleted: it stays in \`${path}\`, or the file that SQLITE_PATH named. Copy what the service still needs into its new storage before it serves, and keep the file until that is proven.`,
    ),
  ],
});

/** Events are the only record of what happened: where most is asked for, none may be missing after a loss of power. */
function durability({ synchronous }: Options, precious: boolean): 'normal' | 'full' {
  if (synchronous !== 'by-tier') return synchronous;
  return precious ? 'full' : 'normal';
}
