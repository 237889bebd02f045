// Derived from generators/storage-postgres by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'storage-postgres',
  title: 'PostgreSQL storage',
  options: [
    {
      name: 'poolSize',
      type: 'integer',
      description: 'Connections of one process at most; the default of DATABASE_POOL_MAX',
    },
    {
      name: 'statementTimeoutMs',
      type: 'integer',
      description:
        'Milliseconds after which the database gives a statement up; the default of DATABASE_STATEMENT_TIMEOUT_MS',
    },
    {
      name: 'pool',
      type: 'string',
      description:
        '`own`, or the name under which the service exports a pool of `pg`: the storage then uses that one',
    },
  ],
});
