import {
  type Code,
  type Contributed,
  code,
  contribute,
  file,
  from,
  instance,
  join,
  literal,
  type Statement,
  template,
} from '@joinery/kit';
import { takenNames } from './taken-names.ts';

const DESCRIBED = 'platform-metrics';

type Observed = Contributed<'metrics.observations'>;

/** Read off whatever the features want to be read off, unless a name is taken. */
export function observations(observed: readonly Observed[]): readonly Statement[] {
  if (observed.length === 0) return [];
  const taken = takenNames(observed);
  if (taken.length > 0) return taken;
  return [
    template('metrics/observations.ts', 'metrics/observations.ts'),
    file(`metrics/${DESCRIBED}.ts`, described(observed)),
    contribute('platform.instances', { name: 'observations', value: readOff(observed) }),
  ];
}

/** What the metrics are stands in a file of its own: there are many, and the composition root says only where they come from. */
function described(observed: readonly Observed[]): Code {
  const entries = observed.map(
    ({ name, description, unit, kind }) => code`
  ${literal(name)}: {
    description: ${literal(description)},
    unit: ${literal(unit)},
    kind: ${literal(kind)},
  },`,
  );
  return code`/** What the features of this service let be read off; \`index.ts\` says where each comes from. */
export const platformMetrics = {${join(entries, '')}
} satisfies ${from('MetricDescriptions', '#host/metrics/observations', 'type')};
`;
}

function readOff(observed: readonly Observed[]): Code {
  const entries = observed.map(({ name, observe }) => code`\n  ${literal(name)}: ${observe},`);
  return code`${from('observeAll', '#host/metrics/observations')}(${instance('metrics')}.meter, ${from('platformMetrics', `#host/metrics/${DESCRIBED}`)}, {${join(entries, '')}\n})`;
}
