import { code, contribute, definePlan, from, instance, instanceOr, template } from '@joinery/kit';
import { command } from './command.ts';
import { MIGRATION } from './migrations.ts';
import { observability } from './observability.ts';

interface Options {
  readonly maxAttempts: number;
  readonly retentionDays: number;
}

const env = from('env', '#host/config/env');
const relay = instance('relay');

export default definePlan<Options>({
  statements: ({ host, options }) => [
    ...['database-time', 'dead-letters', 'leases', 'nap', 'outbox', 'relay'].map((name) =>
      template(`outbox/${name}.ts`, `outbox/${name}.ts`),
    ),
    contribute('storage.migrations', MIGRATION),
    contribute('env.variables', {
      name: 'OUTBOX_POLL_MS',
      type: 'integer',
      min: 10,
      default: 500,
      description: 'Milliseconds between two looks for messages that nobody told of.',
    }),
    contribute('platform.instances', {
      name: 'outbox',
      value: code`${from('createOutbox', '#host/outbox/outbox')}(${instance('storage')}, ${instance('messaging')}.envelope)`,
    }),
    contribute('platform.instances', { name: 'recordEvents', value: code`${instance('outbox')}.record` }),
    contribute('platform.instances', {
      name: 'relay',
      value: code`${from('createRelay', '#host/outbox/relay')}({
  ${instance('storage')},
  ${instance('outbox')},
  publish: ${instance('messaging')}.publish,
  pollMs: ${env}.OUTBOX_POLL_MS,
  maxAttempts: ${options.maxAttempts},
  leaseMs: ${env}.MESSAGING_TIMEOUT_MS + 25_000,
  retentionMs: ${options.retentionDays} * 86_400_000,
  log: ${instanceOr('logger', code`console`)},
})`,
    }),
    contribute('process.start', { name: 'outbox', run: code`() => ${relay}.start()` }),
    contribute('process.shutdown', { name: 'outbox', stage: 'close', run: code`() => ${relay}.stop()` }),
    contribute('health.checks', { name: 'outbox', critical: false, check: code`() => ${relay}.check()` }),
    ...command(host),
    ...observability,
  ],
});
