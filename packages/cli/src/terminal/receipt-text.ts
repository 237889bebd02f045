import type { Paint } from '@joinery/door';
import { BASE_FOLDER, type Change } from '@joinery/engine';
import type { Receipt } from '../transaction/receipt.ts';

/** What was done, for people. */
export function receiptText(receipt: Receipt, paint: Paint): string {
  const { written, service, install, verified, notes, warnings } = receipt;
  const shown = written.filter(({ path }) => !path.startsWith(`${BASE_FOLDER}/`));
  const count = (kind: Change['kind']) => shown.filter((file) => file.kind === kind).length;
  const done = [
    `${count('create')} created`,
    `${count('update')} changed`,
    `${count('delete')} deleted`,
    ...(install === 'done' ? ['packages installed'] : []),
    ...(verified === 'types' ? ['types checked'] : []),
  ].filter((text) => !text.startsWith('0 '));
  const steps = notes.map(({ feature, text }) => `  ${paint.bold(feature)}  ${text}`);
  const parts = [
    `${paint.green('Done')}: ${service}: ${done.join(', ')}.`,
    ...(install === 'skipped'
      ? ['The packages are not installed yet: run the install of your package manager.']
      : []),
    ...warnings.map((text) => `${paint.yellow('warning')}: ${text}`),
    ...(steps.length === 0 ? [] : [['After applying', ...steps].join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}
