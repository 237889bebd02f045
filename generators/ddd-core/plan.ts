import { code, contribute, definePlan, from, sourceTemplate, template } from '@joinery/kit';
import { decision } from './decision.ts';

const KERNEL = [
  'aggregate-root',
  'domain-error',
  'domain-event',
  'entity',
  'identifier',
  'result',
  'value-object',
];

/** What an error of the domain is to whoever asked over HTTP. */
const STATUSES = {
  InvalidError: 422,
  NotFoundError: 404,
  ForbiddenError: 403,
  ConflictError: 409,
  PreconditionError: 412,
};

const FROM_REQUEST = code`${from('requestOrigin', '#host/context/request-context')}`;

export default definePlan({
  statements: ({ host, has }) => [
    ...KERNEL.map((name) => sourceTemplate(`domain/kernel/${name}.ts`, `domain/kernel/${name}.ts`)),
    sourceTemplate('domain/kernel/kernel.check.ts', `domain/kernel/kernel.${host.tests.suffix}.ts`),
    template('events/event-context.ts', 'events/event-context.ts'),
    decision,
    contribute('platform.instances', {
      name: 'eventContext',
      value: code`${from('createEventContext', '#host/events/event-context')}(${has('request-context') ? FROM_REQUEST : ''})`,
    }),
    ...Object.entries(STATUSES).map(([name, status]) =>
      contribute('http.errors.mappings', {
        name,
        error: code`${from(name, '#source/domain/kernel/domain-error')}`,
        status,
      }),
    ),
  ],
});
