import { type OptionField, readTyped } from '../state/option-field.ts';
import type { OptionsScreen, State } from '../state/state.ts';
import { bodyRows, type Frame, windowAround } from './frame.ts';
import type { Glyphs } from './glyphs.ts';
import { type Line, padTo, wrap } from './line.ts';

/** The options of what was chosen; help and faults for the one under the cursor. */
export function optionsView(state: State, screen: OptionsScreen, glyphs: Glyphs): Frame {
  const room = bodyRows(state.size.rows);
  const field = screen.fields[screen.cursor];
  const help = field === undefined ? ['Everything else keeps its default.'] : helpLines(state, screen, field);
  const helpRoom = Math.min(6, Math.max(3, Math.floor(room / 3)));
  const lines = listLines(state, screen, glyphs);
  const at = lines.findIndex(({ cursor }) => cursor === screen.cursor);
  const listRoom = Math.max(1, room - helpRoom - 1);
  const list = windowAround(lines, at, listRoom).map(({ line }) => line);
  const filled = [...list, ...Array<Line>(Math.max(0, listRoom - list.length)).fill('')];
  return {
    title: [{ text: 'Joinery', style: 'bold' }, { text: `  ${state.survey.host.service.name}  options` }],
    body: [
      ...filled,
      [{ text: glyphs.rule.repeat(state.size.columns), style: 'dim' }],
      ...help.slice(0, helpRoom),
    ],
    keys: keysFor(screen, field, glyphs),
  };
}

interface ListedLine {
  readonly line: Line;
  readonly cursor?: number;
}

function listLines(
  state: State,
  { fields, cursor, typed }: OptionsScreen,
  glyphs: Glyphs,
): readonly ListedLine[] {
  const width = Math.max(...fields.map(({ name }) => name.length));
  const rows = fields.flatMap((field, index): readonly ListedLine[] => {
    const heading: readonly ListedLine[] =
      fields[index - 1]?.feature === field.feature
        ? []
        : [{ line: [{ text: field.feature, style: 'bold' }] }];
    const here = index === cursor;
    const value = here && typed !== undefined ? `${typed}_` : valueText(state, field);
    const line: Line = [
      { text: here ? `${glyphs.pointer} ` : '  ', style: 'cyan' },
      { text: `${padTo(field.name, width)}  ` },
      here ? { text: value, style: 'bold' } : { text: value },
      { text: isSet(state, field) ? '' : '  default', style: 'dim' },
    ];
    return [...heading, { line, cursor: index }];
  });
  const on: Line = [
    { text: cursor === fields.length ? `${glyphs.pointer} ` : '  ', style: 'cyan' },
    { text: 'Show the plan', style: cursor === fields.length ? 'bold' : 'dim' },
  ];
  return [...rows, { line: '' }, { line: on, cursor: fields.length }];
}

function helpLines(state: State, { typed }: OptionsScreen, field: OptionField): readonly Line[] {
  const read = typed === undefined ? undefined : readTyped(field, typed);
  const verdict: readonly Line[] =
    read?.kind === 'fault'
      ? [[{ text: `Not yet right: ${read.fault}.`, style: 'red' }]]
      : read === undefined
        ? []
        : [[{ text: read.kind === 'default' ? 'Empty: the default is taken.' : 'Right.', style: 'green' }]];
  const fallback = field.fallback === undefined ? '' : `, ${field.fallback} unless set`;
  const text = `${field.description} (${field.kind}${fallback})`;
  return [...verdict, ...wrap(text, state.size.columns - 2)];
}

function valueText({ settings }: State, { feature, name, fallback }: OptionField): string {
  const value = settings[feature]?.[name];
  return value === undefined ? (fallback ?? 'not set') : JSON.stringify(value);
}

function isSet({ settings }: State, { feature, name }: OptionField): boolean {
  return settings[feature]?.[name] !== undefined;
}

function keysFor({ typed }: OptionsScreen, field: OptionField | undefined, { arrows }: Glyphs): string {
  if (typed !== undefined) return 'type a value  Enter take it  Esc as before';
  const change =
    field === undefined
      ? 'Enter show the plan'
      : field.choices === undefined
        ? 'Enter or type to change'
        : 'Space change';
  return `${arrows} move  ${change}  Tab to the end  Esc back  ? help`;
}
