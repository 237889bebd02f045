import {
  code,
  contribute,
  definePlan,
  from,
  instance,
  instanceOr,
  type Statement,
  template,
} from '@joinery/kit';
import { MIGRATION } from './migrations.ts';
import { repeatableRequests } from './repeatable-requests.ts';

interface Options {
  readonly retentionHours: number;
  readonly inboxRetentionDays: number;
  readonly requests: 'call' | 'wire';
}

const storage = instance('storage');
const inbox = instance('inbox');
const KEYS = '#host/idempotency/idempotency';

export default definePlan<Options>({
  statements: (context) => [
    template('idempotency/idempotency.ts', 'idempotency/idempotency.ts'),
    template('idempotency/inbox.ts', 'idempotency/inbox.ts'),
    contribute('storage.migrations', MIGRATION),
    contribute('platform.instances', {
      name: 'idempotency',
      value: code`${from('createIdempotency', KEYS)}(${storage}, ${context.options.retentionHours} * 3_600_000)`,
    }),
    contribute('platform.instances', {
      name: 'inbox',
      value: code`${from('createInbox', '#host/idempotency/inbox')}(${storage}, {
  retentionMs: ${context.options.inboxRetentionDays} * 86_400_000,
  log: ${instanceOr('logger', code`console`)},
})`,
    }),
    contribute('process.start', { name: 'inbox', run: code`() => ${inbox}.start()` }),
    contribute('process.shutdown', { name: 'inbox', stage: 'close', run: code`() => ${inbox}.stop()` }),
    ...Object.entries({ KeyReused: 422, InvalidKey: 400 }).map(([name, status]) =>
      contribute('http.errors.mappings', { name, error: code`${from(name, KEYS)}`, status }),
    ),
    ...cleaning(),
    ...(context.options.requests === 'wire' ? repeatableRequests(context) : []),
  ],
});

function cleaning(): readonly Statement[] {
  const name = 'idempotencyCleaning';
  return [
    template('idempotency/cleaning.ts', 'idempotency/cleaning.ts'),
    contribute('platform.instances', {
      name,
      value: code`${from('createCleaning', '#host/idempotency/cleaning')}(${instance('idempotency')}.clean, ${instanceOr('logger', code`console`)})`,
    }),
    contribute('process.start', { name, run: code`() => ${instance(name)}.start()` }),
    contribute('process.shutdown', { name, stage: 'close', run: code`() => ${instance(name)}.stop()` }),
  ];
}
