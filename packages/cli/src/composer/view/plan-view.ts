import { diffLines } from '../../terminal/diff-text.ts';
import type { PlanScreen, State } from '../state/state.ts';
import { bodyRows, type Frame, page, windowAround } from './frame.ts';
import type { Glyphs } from './glyphs.ts';
import { type Line, type Span, wrap } from './line.ts';
import { ownStateCount, planTree, shownChanges } from './plan-tree.ts';

const SIGN = { create: '+', update: '~', delete: '-' } as const;
const STYLE = { create: 'green', update: 'yellow', delete: 'red' } as const;

/** The plan as a tree of files; a file opens to its diff. */
export function planView(state: State, screen: PlanScreen, glyphs: Glyphs): Frame {
  const { plan, cursor, diff } = screen;
  if (diff !== undefined) return diffView(state, screen, diff, glyphs);
  const room = bodyRows(state.size.rows);
  const files = shownChanges(plan);
  const notes = [...headLines(state, screen), ...reasonLines(state, screen)];
  const lines = treeLines(screen, glyphs);
  const at = lines.findIndex((line) => line.cursor === cursor);
  const list = windowAround(lines, at, Math.max(1, room - notes.length - 1)).map(({ line }) => line);
  const filled = [...list, ...Array<Line>(Math.max(0, room - notes.length - 1 - list.length)).fill('')];
  return {
    title: title(state, `the plan: ${files.length} ${files.length === 1 ? 'file' : 'files'}`),
    body: [...filled, [{ text: glyphs.rule.repeat(state.size.columns), style: 'dim' }], ...notes],
    keys: `${glyphs.arrows} move  Enter ${cursor < files.length ? 'show the lines' : 'apply'}  Tab to the end  Esc back  ? help`,
  };
}

function title({ survey }: State, text: string): Line {
  return [{ text: 'Joinery', style: 'bold' }, { text: `  ${survey.host.service.name}  ${text}` }];
}

function headLines({ warnings, size }: State, { plan }: PlanScreen): readonly Line[] {
  const clashes = plan.conflicts.map(
    ({ path }) => `your edits and the new text of ${path} change the same lines`,
  );
  return [...clashes, ...warnings, ...plan.warnings]
    .slice(0, 2)
    .map((text): Line => [{ text: wrap(`warning: ${text}`, size.columns)[0] ?? '', style: 'yellow' }]);
}

/** Why the file under the cursor changes, or what applying does. */
function reasonLines({ size }: State, { plan, cursor }: PlanScreen): readonly Line[] {
  const change = shownChanges(plan)[cursor];
  if (change !== undefined) {
    const { owners, because } = change.reason;
    const text = owners.length === 0 ? because : `${owners.join(', ')}: ${because}`;
    return wrap(text, size.columns - 2).slice(0, 2);
  }
  if (plan.changes.length === 0) return ['The service is as wanted. Enter leaves.'];
  const install = plan.install.needed ? `, runs ${plan.install.manager} install` : '';
  return wrap(
    `Enter writes the files${install} and checks the types. If anything fails, all is put back.`,
    size.columns - 2,
  ).slice(0, 2);
}

interface ListedLine {
  readonly line: Line;
  readonly cursor?: number;
}

function treeLines({ plan, cursor }: PlanScreen, glyphs: Glyphs): readonly ListedLine[] {
  const files = shownChanges(plan);
  const rows = planTree(plan).map(({ depth, label, change }): ListedLine => {
    const here = change === cursor;
    const indent = '  '.repeat(depth);
    const start: Span = { text: here ? `${glyphs.pointer} ` : '  ', style: 'cyan' };
    const found = change === undefined ? undefined : files[change];
    if (change === undefined || found === undefined)
      return { line: [start, { text: `  ${indent}${label}`, style: 'dim' }] };
    return {
      line: [start, { text: `${indent}${SIGN[found.kind]} ${label}`, style: STYLE[found.kind] }],
      cursor: change,
    };
  });
  const own = ownStateCount(plan);
  const last = cursor === files.length;
  const way = plan.changes.length === 0 ? 'Leave' : 'Apply this plan';
  return [
    ...rows,
    ...(own === 0
      ? []
      : [
          {
            line: [
              {
                text: `    and ${own} ${own === 1 ? 'file' : 'files'} of Joinery's own state`,
                style: 'dim' as const,
              },
            ],
          },
        ]),
    { line: '' },
    {
      line: [
        { text: last ? `${glyphs.pointer} ` : '  ', style: 'cyan' },
        { text: way, style: last ? 'bold' : 'dim' },
      ],
      cursor: files.length,
    },
  ];
}

function diffView(state: State, { plan, cursor }: PlanScreen, scroll: number, glyphs: Glyphs): Frame {
  const change = shownChanges(plan)[cursor];
  const lines = change === undefined ? [] : diffLines(change, state.survey.tree).map(coloured);
  const room = bodyRows(state.size.rows);
  const from = Math.max(0, Math.min(scroll, lines.length - room));
  return {
    title: title(
      state,
      `${change?.path ?? ''}  lines ${Math.min(lines.length, from + 1)} to ${Math.min(lines.length, from + room)} of ${lines.length}`,
    ),
    body: page(lines, scroll, room),
    keys: `${glyphs.arrows} scroll  Space page  n next file  p previous  Esc back`,
  };
}

function coloured(text: string): Line {
  if (text.startsWith('+++') || text.startsWith('---')) return [{ text, style: 'bold' }];
  if (text.startsWith('@@')) return [{ text, style: 'cyan' }];
  if (text.startsWith('+')) return [{ text, style: 'green' }];
  return text.startsWith('-') ? [{ text, style: 'red' }] : text;
}
