import type { Compared, Trial } from './trial.ts';

/** The figures and a table for each family, as Markdown. */
export function report(trials: readonly Trial[]): string {
  const families = [...new Set(trials.map(({ family }) => family))];
  return families
    .map((family) =>
      section(
        family,
        trials.filter((trial) => trial.family === family),
      ),
    )
    .join('\n');
}

const ORDER = { applied: 0, broken: 1, nothing: 2, refused: 3 } as const;

function section(family: string, trials: readonly Trial[]): string {
  const rows = [...trials].sort((a, b) => ORDER[a.outcome] - ORDER[b.outcome] || (a.name < b.name ? -1 : 1));
  const head =
    '| repository | shape | outcome | features | lines | characters lost | types | own tests | start and probes after |';
  return [
    `### \`${family}\``,
    '',
    figures(trials),
    '',
    head,
    `|${'---|'.repeat(9)}`,
    ...rows.map(row),
    '',
  ].join('\n');
}

function figures(trials: readonly Trial[]): string {
  const count = (outcome: Trial['outcome']) => trials.filter((trial) => trial.outcome === outcome).length;
  const held = (check: 'types' | 'tests' | 'boot') =>
    trials.filter((trial) => trial.outcome === 'applied' && worked(check, trial[check])).length;
  const lost = trials.reduce((sum, trial) => sum + (trial.charactersLost ?? 0), 0);
  return [
    `${trials.length} services: ${count('applied')} applied, ${count('nothing')} without anything to apply, ${count('refused')} refused, ${count('broken')} broken.`,
    `Of those applied, ${held('types')} were type-checked, ${held('tests')} passed their own tests before and after, ${held('boot')} were started.`,
    `Characters of existing files lost: ${lost}.`,
  ].join(' ');
}

/** Whether a check could tell anything: a service that fails by itself cannot be seen to fail because of us. */
function worked(check: 'types' | 'tests' | 'boot', compared: Compared | undefined): boolean {
  if (compared === undefined) return false;
  if (check === 'types') return true;
  return check === 'tests' ? compared.before === 'passed' : !compared.before.startsWith('does not start');
}

function row(trial: Trial): string {
  const { lines, features, leftOut, types, tests, boot } = trial;
  const cells = [
    trial.commit === '' ? trial.name : `${trial.name} @ ${trial.commit}`,
    trial.shape,
    trial.refusal === undefined ? outcome(trial) : `${trial.outcome}: ${trial.refusal}`,
    features.length === 0 ? '–' : [features.length, ...without(leftOut)].join(' '),
    lines === undefined ? '–' : `+${lines.inserted} ~${lines.touched}`,
    trial.charactersLost?.toString() ?? '–',
    words(types),
    tests !== undefined && worked('tests', tests) ? words(tests) : '–',
    boot !== undefined && worked('boot', boot) ? boot.after : '–',
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

/** What of a tier a service does not get; why is in the plan. */
function without(leftOut: readonly string[]): readonly string[] {
  const names = leftOut.map((line) => line.slice(0, line.indexOf(':')));
  return names.length === 0 ? [] : [`without ${names.join(', ')}`];
}

/** What went wrong besides the checks: files that a second run or a removal left different. */
function outcome({ outcome, again = [], removed = [] }: Trial): string {
  const left = [
    ...(again.length === 0 ? [] : [`again changes ${again.join(' ')}`]),
    ...(removed.length === 0 ? [] : [`removing leaves ${removed.join(' ')}`]),
  ];
  return [outcome, ...left].join('; ');
}

function words(compared: Compared | undefined): string {
  if (compared === undefined) return '–';
  return compared.before === compared.after ? compared.after : `${compared.before} → ${compared.after}`;
}
