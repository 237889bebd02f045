import { code, contribute, definePlan, from, literal, template } from '@joinery/kit';

interface Options {
  readonly greeting: string;
}

export default definePlan<Options>({
  statements: ({ options }) => [
    template('storage-postgres/storage-postgres.ts', 'storage-postgres/storage-postgres.ts'),
    contribute('process.start', {
      name: 'storage-postgres',
      run: code`() => ${from('storagePostgres', '#host/storage-postgres/storage-postgres')}(${literal(options.greeting)})`,
    }),
  ],
});
