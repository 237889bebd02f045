import type { Compared, Trial } from './trial.ts';

/** The figures and the table, as Markdown. */
export function report(trials: readonly Trial[]): string {
  const head =
    '| repository | shape | found | outcome | lines in existing files | characters lost | types | tests | boot | again | removed |';
  return [figures(trials), '', head, `|${'---|'.repeat(11)}`, ...trials.map(row), ''].join('\n');
}

function figures(trials: readonly Trial[]): string {
  const count = (outcome: Trial['outcome']) => trials.filter((trial) => trial.outcome === outcome).length;
  const share = (part: number) =>
    `${part} of ${trials.length} (${Math.round((100 * part) / Math.max(trials.length, 1))} %)`;
  const lost = trials.reduce((sum, trial) => sum + (trial.charactersLost ?? 0), 0);
  return [
    `- correct or refused: ${share(count('applied') + count('refused'))}`,
    `- fully applied: ${share(count('applied'))}`,
    `- characters of existing files lost: ${lost}`,
  ].join('\n');
}

function row(trial: Trial): string {
  const { lines, again, removed } = trial;
  const cells = [
    trial.commit === '' ? trial.name : `${trial.name} @ ${trial.commit}`,
    trial.shape,
    trial.found,
    trial.refusal === undefined ? trial.outcome : `${trial.outcome}: ${trial.refusal}`,
    lines === undefined ? '' : `+${lines.inserted} ~${lines.touched}`,
    trial.charactersLost?.toString() ?? '',
    words(trial.types),
    words(trial.tests),
    words(trial.boot),
    again === undefined ? '' : again.length === 0 ? 'no change' : again.join(' '),
    removed === undefined ? '' : removed.length === 0 ? 'no trace' : removed.join(' '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

function words(compared: Compared | undefined): string {
  if (compared === undefined) return '';
  return compared.before === compared.after ? compared.after : `${compared.before} → ${compared.after}`;
}
