import { type Code, code, contribute, definePlan, from, literal, template } from '@joinery/kit';
import { carrier, type Options } from './transports.ts';

const FILES = ['consumers', 'envelope', 'http-binding', 'messaging', 'publisher'];

export default definePlan<Options>({
  statements: ({ host, options, has }) => [
    ...FILES.map((name) => template(`messaging/${name}.ts`, `messaging/${name}.ts`)),
    template('messaging/messaging.check.ts', `messaging/messaging.${host.tests.suffix}.ts`),
    ...carrier(options, host.service.name).statements,
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
${has('request-context') ? TRACE : code``}  remote: ${carrier(options, host.service.name).remote},
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
