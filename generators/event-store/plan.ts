import { code, contribute, definePlan, file, from, instance, instanceOr, template } from '@joinery/kit';
import { eventTypesFile } from './event-types.ts';
import { MIGRATION } from './migrations.ts';

const FILES = [
  'event-rows',
  'event-sourced-repository',
  'event-statements',
  'event-store',
  'own-event-types',
  'snapshots',
  'sql-event-store',
  'upcasters',
];
const storage = instance('storage');

export default definePlan({
  statements: ({ host }) => [
    ...FILES.map((name) => template(`events/${name}.ts`, `events/${name}.ts`)),
    template('events/event-store.check.ts', `events/event-store.${host.tests.suffix}.ts`),
    contribute('storage.migrations', MIGRATION),
    contribute('platform.instances', {
      name: 'eventStore',
      value: code`${from('createSqlEventStore', '#host/events/sql-event-store')}({
  ${storage},
  types: ${from('eventTypes', '#host/events/event-types')},
  record: ${instanceOr('recordEvents', code`undefined`)},
})`,
    }),
    contribute('platform.instances', {
      name: 'snapshots',
      value: code`${from('createSnapshots', '#host/events/snapshots')}(${storage})`,
    }),
  ],
  slots: {
    'events.types': (types) => [file('events/event-types.ts', eventTypesFile(types))],
  },
});
