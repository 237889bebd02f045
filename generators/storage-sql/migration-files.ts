import { type Contributed, document, type Statement, text } from '@joinery/kit';

type Migration = Contributed<'storage.migrations'>;

/** One file in the folder of migrations for each step that features need. */
export function migrationFiles(
  migrations: readonly Migration[],
  dialect: 'sqlite' | 'postgres',
): readonly Statement[] {
  return migrations.map(({ name, feature, sql }) => {
    const statements = sql[dialect];
    if (statements === undefined) {
      throw new Error(`\`${feature}\` has no migration \`${name}\` for ${dialect}.`);
    }
    return document(`migrations/${name}.sql`, text(`-- ${feature}\n${statements.trim()}\n`));
  });
}
