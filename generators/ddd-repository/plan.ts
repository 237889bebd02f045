import {
  code,
  contribute,
  definePlan,
  from,
  instance,
  instanceOr,
  note,
  type Statement,
  sourceTemplate,
} from '@joinery/kit';
import { decision } from './decision.ts';
import { besideOrm } from './orm-of.ts';
import { tableMigrations } from './table-migrations.ts';

const KERNEL = ['condition', 'paging', 'repository', 'specification'];
const SHARED = ['memory-repository', 'table'];
const SQL = ['condition-sql', 'sql-repository', 'table-statements'];

export default definePlan({
  statements: ({ host, has }) => {
    const kind = has('storage.sql') ? 'sql' : 'file';
    return [
      ...KERNEL.map((name) => sourceTemplate(`domain/kernel/${name}.ts`, `domain/kernel/${name}.ts`)),
      ...infrastructure([...SHARED, ...(kind === 'sql' ? SQL : ['file-repository'])]),
      sourceTemplate(
        `${kind}/infrastructure/repository/create-repository.ts`,
        'infrastructure/repository/create-repository.ts',
      ),
      sourceTemplate(
        'infrastructure/repository/repository.check.ts',
        `infrastructure/repository/repository.${host.tests.suffix}.ts`,
      ),
      contribute('platform.instances', {
        name: 'createRepository',
        value: code`${from('repositoriesIn', '#source/infrastructure/repository/create-repository')}(${instance('storage')}, ${instanceOr('recordEvents', code`undefined`)})`,
      }),
      decision,
      ...besideOrm(host).map(note),
    ];
  },
  slots: {
    'domain.tables': (tables) => tableMigrations(tables),
  },
});

function infrastructure(names: readonly string[]): readonly Statement[] {
  return names.map((name) =>
    sourceTemplate(`infrastructure/repository/${name}.ts`, `infrastructure/repository/${name}.ts`),
  );
}
