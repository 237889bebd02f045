import { code, contribute, definePlan, from, instance, instanceOr, template } from '@joinery/kit';
import { MIGRATION } from './migrations.ts';

interface Options {
  readonly retentionHours: number;
  readonly inboxRetentionDays: number;
}

const storage = instance('storage');
const inbox = instance('inbox');
const KEYS = '#host/idempotency/idempotency';

export default definePlan<Options>({
  statements: ({ options }) => [
    template('idempotency/idempotency.ts', 'idempotency/idempotency.ts'),
    template('idempotency/inbox.ts', 'idempotency/inbox.ts'),
    contribute('storage.migrations', MIGRATION),
    contribute('platform.instances', {
      name: 'idempotency',
      value: code`${from('createIdempotency', KEYS)}(${storage}, ${options.retentionHours} * 3_600_000)`,
    }),
    contribute('platform.instances', {
      name: 'inbox',
      value: code`${from('createInbox', '#host/idempotency/inbox')}(${storage}, {
  retentionMs: ${options.inboxRetentionDays} * 86_400_000,
  log: ${instanceOr('logger', code`console`)},
})`,
    }),
    contribute('process.start', { name: 'inbox', run: code`() => ${inbox}.start()` }),
    contribute('process.shutdown', { name: 'inbox', stage: 'close', run: code`() => ${inbox}.stop()` }),
    ...Object.entries({ KeyReused: 422, InvalidKey: 400 }).map(([name, status]) =>
      contribute('http.errors.mappings', { name, error: code`${from(name, KEYS)}`, status }),
    ),
  ],
});
