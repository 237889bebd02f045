import { code, contribute, definePlan, from, instance, sourceTemplate } from '@joinery/kit';
import { decision } from './decision.ts';

const FILES = ['bus', 'buses', 'handlers', 'messages'];

const TRANSACTION = code`(work) => ${instance('storage')}.transaction(work)`;

export default definePlan({
  statements: ({ host, has }) => [
    ...FILES.map((name) => sourceTemplate(`application/${name}.ts`, `application/${name}.ts`)),
    sourceTemplate('application/bus.check.ts', `application/bus.${host.tests.suffix}.ts`),
    contribute('platform.instances', {
      name: 'buses',
      value: code`${from('createBuses', '#source/application/buses')}(${has('storage.transaction') ? TRANSACTION : ''})`,
    }),
    decision,
  ],
});
