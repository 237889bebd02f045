// Derived from generators/storage-sqlite by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'storage-sqlite',
  title: 'SQLite storage',
  options: [
    {
      name: 'path',
      type: 'string',
      description: "The database's file where SQLITE_PATH is not set, from the service's working folder",
    },
    {
      name: 'synchronous',
      type: 'string',
      description:
        'full survives a loss of power with every acknowledged transaction, at several times the cost; by-tier is full for events at the tier enterprise, else normal',
    },
  ],
});
