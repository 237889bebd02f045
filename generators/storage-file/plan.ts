import { code, contribute, definePlan, from, instance, literal, note, template } from '@joinery/kit';
import { observability } from './observability.ts';

interface Options {
  readonly path: string;
}

const FILES = ['file-errors', 'file-lock', 'file-state', 'file-store'];
const env = from('env', '#host/config/env');
const storage = instance('storage');

export default definePlan<Options>({
  statements: ({ host, options }) => [
    ...FILES.map((name) => template(`storage/${name}.ts`, `storage/${name}.ts`)),
    template('storage/file-store.check.ts', `storage/file-store.${host.tests.suffix}.ts`),
    contribute('env.variables', {
      name: 'STORE_PATH',
      type: 'string',
      optional: true,
      description: `The file of the service’s data; \`${options.path}\` unless set, none while NODE_ENV is \`test\`.`,
    }),
    contribute('platform.instances', {
      name: 'storage',
      value: code`${from('createFileStore', '#host/storage/file-store')}({
  path: ${env}.STORE_PATH ?? (${env}.NODE_ENV === 'test' ? undefined : ${literal(options.path)}),
})`,
    }),
    contribute('process.start', { name: 'storage', run: code`() => ${storage}.open()` }),
    contribute('process.shutdown', { name: 'storage', stage: 'flush', run: code`() => ${storage}.close()` }),
    contribute('health.checks', { name: 'storage', critical: true, check: code`() => ${storage}.check()` }),
    ...observability,
  ],
  notesOnRemoval: ({ path }) => [
    note(
      `Its data is neither moved nor deleted: it stays in \`${path}\`, or the file that STORE_PATH named. Copy what the service still needs into its new storage before it serves, and keep the file until that is proven.`,
    ),
  ],
});
