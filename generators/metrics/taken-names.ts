import { type Contributed, type RefusalStatement, refuse } from '@joinery/kit';
import { OWN_NAMES } from './own-names.ts';

type Observed = Contributed<'metrics.observations'>;

/** How Prometheus ends a name, by its unit. */
const SUFFIXES: Readonly<Record<string, string>> = {
  s: 'seconds',
  ms: 'milliseconds',
  By: 'bytes',
  '1': 'ratio',
};

/** Refuse metrics that Prometheus or OpenTelemetry would take for one of ours, or for one of another feature. */
export function takenNames(observed: readonly Observed[]): readonly RefusalStatement[] {
  const known = OWN_NAMES.map(({ name, unit }) => ({ feature: 'metrics', name, unit }));
  return observed.flatMap((one, index) => {
    const others = [...known, ...observed.slice(0, index)];
    const taken = others.find((other) =>
      spellings(other).some((spelling) => spellings(one).includes(spelling)),
    );
    return taken === undefined ? [] : [refusal(one, taken)];
  });
}

/** A name in Prometheus' letters, without and with its unit; OpenTelemetry takes no notice of capitals. */
function spellings({ name, unit }: Pick<Observed, 'name' | 'unit'>): readonly string[] {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .replace(/_total$/, '');
  const suffix = SUFFIXES[unit];
  return suffix === undefined || plain.endsWith(suffix) ? [plain] : [plain, `${plain}_${suffix}`];
}

function refusal({ feature, name }: Observed, taken: { readonly feature: string; readonly name: string }) {
  const whose = taken.feature === 'metrics' ? 'one of its own' : `what \`${taken.feature}\` contributes`;
  return refuse(
    `the metric \`${name}\` that \`${feature}\` contributes cannot be told from \`${taken.name}\`, ${whose}.`,
    `Remove \`${feature}\`, or ask its author for another name.`,
    [],
  );
}
