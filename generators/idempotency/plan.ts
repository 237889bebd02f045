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
      value: code`${from('createInbox', '#host/idempotency/inbox')}(${storage}, ${context.options.inboxRetentionDays} * 86_400_000)`,
    }),
    ...Object.entries({ KeyReused: 422, InvalidKey: 400 }).map(([name, status]) =>
      contribute('http.errors.mappings', { name, error: code`${from(name, KEYS)}`, status }),
    ),
    template('idempotency/cleaning.ts', 'idempotency/cleaning.ts'),
    ...cleaned('idempotency'),
    ...cleaned('inbox'),
    ...(context.options.requests === 'wire' ? repeatableRequests(context) : []),
  ],
});

/** Statements that let an instance forget what is too old, for as long as the service runs. */
function cleaned(what: string): readonly Statement[] {
  const name = `${what}Cleaning`;
  return [
    contribute('platform.instances', {
      name,
      value: code`${from('createCleaning', '#host/idempotency/cleaning')}(${instance(what)}.clean, {
  name: '${what}',
  log: ${instanceOr('logger', code`console`)},
})`,
    }),
    contribute('process.start', { name, run: code`() => ${instance(name)}.start()` }),
    contribute('process.shutdown', { name, stage: 'close', run: code`() => ${instance(name)}.stop()` }),
  ];
}
