import { code, contribute, definePlan, from, literal, template } from '@joinery/kit';

interface Options {
  readonly greeting: string;
}

export default definePlan<Options>({
  statements: ({ options }) => [
    template('storage-sqlite/storage-sqlite.ts', 'storage-sqlite/storage-sqlite.ts'),
    contribute('process.start', {
      name: 'storage-sqlite',
      run: code`() => ${from('storageSqlite', '#host/storage-sqlite/storage-sqlite')}(${literal(options.greeting)})`,
    }),
  ],
});
