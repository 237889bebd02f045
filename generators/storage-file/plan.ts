import { code, contribute, definePlan, from, literal, template } from '@joinery/kit';

interface Options {
  readonly greeting: string;
}

export default definePlan<Options>({
  statements: ({ options }) => [
    template('storage-file/storage-file.ts', 'storage-file/storage-file.ts'),
    contribute('process.start', {
      name: 'storage-file',
      run: code`() => ${from('storageFile', '#host/storage-file/storage-file')}(${literal(options.greeting)})`,
    }),
  ],
});
