import { type Code, code, contribute, definePlan, from, literal, template } from '@joinery/kit';

interface Options {
  readonly typePrefix: string;
  readonly mode: 'binary' | 'structured';
}

const FILES = ['consumers', 'envelope', 'http-binding', 'messaging', 'publisher'];
const env = from('env', '#host/config/env');

export default definePlan<Options>({
  statements: ({ host, options, has }) => [
    ...FILES.map((name) => template(`messaging/${name}.ts`, `messaging/${name}.ts`)),
    template('messaging/messaging.check.ts', `messaging/messaging.${host.tests.suffix}.ts`),
    contribute('env.variables', {
      name: 'MESSAGING_TARGET_URL',
      type: 'url',
      optional: true,
      description: 'Where events are sent over HTTP; without it they stay in this process.',
    }),
    contribute('env.variables', {
      name: 'MESSAGING_TIMEOUT_MS',
      type: 'integer',
      min: 1,
      default: 5_000,
      description: 'Milliseconds that the receiver of an event may take to answer.',
    }),
    contribute('platform.instances', {
      name: 'messaging',
      value: code`${from('createMessaging', '#host/messaging/messaging')}({
  source: ${literal(`/${host.service.name.replace(/^@/, '')}`)},
  typePrefix: ${literal(options.typePrefix)},
${has('request-context') ? TRACE : code``}  targetUrl: ${env}.MESSAGING_TARGET_URL,
  mode: ${literal(options.mode)},
  timeoutMs: ${env}.MESSAGING_TIMEOUT_MS,
})`,
    }),
    contribute('http.errors.mappings', {
      name: 'InvalidCloudEvent',
      error: code`${from('InvalidCloudEvent', '#host/messaging/envelope')}`,
      status: 400,
    }),
  ],
});

const TRACE: Code = code`  traceparent: () => ${from('requestContext', '#host/context/request-context')}()?.traceparent,\n`;
