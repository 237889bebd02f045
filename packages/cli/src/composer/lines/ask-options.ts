import type { Terminal } from '../../terminal/terminal.ts';
import type { Session } from '../session.ts';
import { withSetting } from '../state/choose.ts';
import { type OptionField, optionFields, readTyped } from '../state/option-field.ts';
import type { State } from '../state/state.ts';

/** Offer the options of the chosen features, one question each. `undefined` when the person gives up. */
export async function askOptions(
  state: State,
  { ports }: Session,
  terminal: Terminal,
): Promise<State | undefined> {
  const versions = state.attempt.status === 'resolved' ? Object.entries(state.attempt.versions) : [];
  const features = await Promise.all(versions.map(([name, version]) => ports.catalog.load(name, version)));
  const fields = optionFields(features);
  if (fields.length === 0) return state;
  const answer = await terminal.ask(
    `Set any of ${fields.length} options? Their defaults are sound. (y or Enter for no): `,
  );
  if (answer === undefined) return undefined;
  if (!/^y/i.test(answer.trim())) return state;
  let now = state;
  for (const field of fields) {
    const next = await askField(now, field, terminal);
    if (next === undefined) return undefined;
    now = next;
  }
  return now;
}

/** Ask for one value until it is right; Enter leaves it as it is. */
async function askField(state: State, field: OptionField, terminal: Terminal): Promise<State | undefined> {
  const value = state.settings[field.feature]?.[field.name];
  const now = value === undefined ? (field.fallback ?? 'not set') : JSON.stringify(value);
  terminal.out(`${field.feature}.${field.name}: ${field.description} (${field.kind})\n`);
  for (;;) {
    const answer = await terminal.ask(`  Value, Enter for ${now}: `);
    if (answer === undefined) return undefined;
    if (answer.trim() === '') return state;
    const read = readTyped(field, field.choices === undefined ? answer : answer.trim());
    if (read.kind !== 'fault')
      return withSetting(state, field, read.kind === 'value' ? read.value : undefined);
    terminal.out(`  Not yet right: ${read.fault}.\n`);
  }
}
