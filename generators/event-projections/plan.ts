import { code, contribute, definePlan, from, instance, instanceOr, template } from '@joinery/kit';
import { MIGRATION } from './migrations.ts';
import { observability } from './observability.ts';

const FILES = ['checkpoints', 'own-projections', 'project', 'projection', 'projections', 'readings'];
const projections = instance('projections');

export default definePlan({
  statements: () => [
    ...FILES.map((name) => template(`projections/${name}.ts`, `projections/${name}.ts`)),
    contribute('storage.migrations', MIGRATION),
    contribute('env.variables', {
      name: 'PROJECTIONS_POLL_MS',
      type: 'integer',
      min: 10,
      default: 500,
      description: 'Milliseconds between two looks for events of other processes.',
    }),
    contribute('platform.instances', {
      name: 'projections',
      value: code`${from('createProjections', '#host/projections/projections')}({
  ${instance('storage')},
  events: ${instance('eventStore')},
  projections: ${from('ownProjections', '#host/projections/own-projections')},
  pollMs: ${from('env', '#host/config/env')}.PROJECTIONS_POLL_MS,
  log: ${instanceOr('logger', code`console`)},
})`,
    }),
    contribute('process.start', { name: 'projections', run: code`() => ${projections}.start()` }),
    contribute('process.shutdown', {
      name: 'projections',
      stage: 'close',
      run: code`() => ${projections}.stop()`,
    }),
    contribute('health.checks', {
      name: 'projections',
      critical: false,
      check: code`() => ${projections}.check()`,
    }),
    ...observability,
  ],
});
