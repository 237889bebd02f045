import {
  code,
  contribute,
  definePlan,
  from,
  instance,
  note,
  type Profile,
  type Statement,
  sourceTemplate,
} from '@joinery/kit';
import { decision } from './decision.ts';

const FILES = ['bus', 'buses', 'handlers', 'messages'];

const TRANSACTION = code`(work) => ${instance('storage')}.transaction(work)`;

export default definePlan({
  statements: ({ framework, host, has }) => [
    ...FILES.map((name) => sourceTemplate(`application/${name}.ts`, `application/${name}.ts`)),
    sourceTemplate('application/bus.check.ts', `application/bus.${host.tests.suffix}.ts`),
    contribute('platform.instances', {
      name: 'buses',
      value: code`${from('createBuses', '#source/application/buses')}(${has('storage.transaction') ? TRANSACTION : ''})`,
    }),
    ...(framework === 'nest' && Object.hasOwn(host.dependencies, '@nestjs/cqrs') ? nestCommands(host) : []),
    decision,
  ],
});

/** Where the service has Nest's own bus, it stays: handlers are its own, and what is around them is the same. */
function nestCommands({ tests }: Profile): readonly Statement[] {
  const file = 'application/nest-commands';
  return [
    sourceTemplate(`nest/${file}.ts`, `${file}.ts`),
    sourceTemplate(`nest/${file}.check.ts`, `${file}.${tests.suffix}.ts`),
    note(
      'The service has `@nestjs/cqrs`, whose bus and handlers stay. Provide `NestCommands` of `application/nest-commands` where commands are sent, and `execute` them through it instead of `CommandBus`: validation, authorisation, a transaction and new attempts are then around them, too.',
    ),
  ];
}
