import {
  type Code,
  type Contributed,
  code,
  contribute,
  from,
  instance,
  join,
  literal,
  type Statement,
  template,
} from '@joinery/kit';
import { takenNames } from './taken-names.ts';

type Observed = Contributed<'metrics.observations'>;

/** Read off whatever the features want to be read off, unless a name is taken. */
export function observations(observed: readonly Observed[]): readonly Statement[] {
  if (observed.length === 0) return [];
  const taken = takenNames(observed);
  if (taken.length > 0) return taken;
  const list = join(observed.map(entry), '');
  return [
    template('metrics/observations.ts', 'metrics/observations.ts'),
    contribute('platform.instances', {
      name: 'observations',
      value: code`${from('observeAll', '#host/metrics/observations')}(${instance('metrics')}.meter, [${list}\n])`,
    }),
  ];
}

function entry({ name, description, unit, kind, observe }: Observed): Code {
  return code`
  {
    name: ${literal(name)},
    description: ${literal(description)},
    unit: ${literal(unit)},
    kind: ${literal(kind)},
    observe: ${observe},
  },`;
}
