import { definePlan, template } from '@joinery/kit';
import { contributions } from './contributions.ts';
import { migrationFiles } from './migration-files.ts';
import { observability } from './observability.ts';

const FILES = [
  'announcements',
  'create-storage',
  'errors',
  'migrations',
  'observations',
  'storage',
  'unit-of-work',
];

export default definePlan({
  statements: () => [
    ...FILES.map((name) => template(`storage/${name}.ts`, `storage/${name}.ts`)),
    ...contributions,
    ...observability,
  ],
  slots: {
    'storage.migrations': (migrations, { has }) =>
      migrationFiles(migrations, has('storage-postgres') ? 'postgres' : 'sqlite'),
  },
});
