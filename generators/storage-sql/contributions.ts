import { code, contribute, instance, type Statement } from '@joinery/kit';

const storage = instance('storage');

/** What the service does with its database, whichever it is. */
export const contributions: readonly Statement[] = [
  contribute('env.variables', {
    name: 'MIGRATIONS_DIR',
    type: 'string',
    default: 'migrations',
    description: 'The folder of SQL files that make the database’s schema.',
  }),
  contribute('process.start', { name: 'storage', run: code`() => ${storage}.open()` }),
  // What uses the storage closes earlier, in the stage `close`.
  contribute('process.shutdown', { name: 'storage', stage: 'flush', run: code`() => ${storage}.close()` }),
  contribute('health.checks', { name: 'storage', critical: true, check: code`() => ${storage}.check()` }),
];
