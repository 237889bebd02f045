import { plain } from '@joinery/door';
import type { Survey } from '@joinery/engine';
import { happen } from '../state/happen.ts';
import { start } from '../state/start.ts';
import type { State } from '../state/state.ts';
import { expectScreen } from '../testing/expect-screen.ts';
import { installed, madeUpSurvey, pressAll } from '../testing/made-up.ts';
import { optionsOf, planOf } from '../testing/made-up-screens.ts';
import { glyphsFor } from './glyphs.ts';
import { cutTo, paintLine, wrap } from './line.ts';
import { view } from './view.ts';

const UTF8 = { LANG: 'C.UTF-8', TERM: 'xterm' };
let surveyed: Survey;

beforeAll(async () => {
  surveyed = await madeUpSurvey();
});

function opened(size = { columns: 80, rows: 24 }, from = surveyed): State {
  return start(from, size, ['git has uncommitted changes in 2 files here.']);
}

function screen(state: State, env: Readonly<Record<string, string>> = UTF8): string {
  const glyphs = glyphsFor(env);
  return view(state, glyphs)
    .map((line) => paintLine(line, state.size.columns, glyphs.ellipsis, plain))
    .join('\n');
}

test.each<readonly [string, () => State]>([
  ['features', () => opened()],
  ['ticked', () => pressAll(opened(), 'shut', 'space', 'escape').state],
  ['conflict', () => pressAll(opened(), 'store-f', 'space', 'escape', 'store-s', 'space', 'escape').state],
  ['nothing-found', () => pressAll(opened(), 'zzz').state],
  ['blocked', () => pressAll(opened(), 'old').state],
  ['narrow', () => opened({ columns: 44, rows: 12 })],
  ['wide', () => opened({ columns: 120, rows: 40 })],
  ['too-small', () => opened({ columns: 30, rows: 8 })],
  ['help', () => pressAll(opened(), '?').state],
  ['options', () => pressAll(optionsOf(opened()), '12x').state],
  ['plan', () => planOf(opened())],
  ['diff', () => pressAll(planOf(opened()), 'return').state],
  ['plan-end', () => pressAll(planOf(opened()), 'tab').state],
])('the screen `%s` is as kept', (name, state) => {
  expectScreen(__dirname, name, screen(state()));
});

test('what is installed can be seen, and what would be removed', async () => {
  const state = opened(undefined, await madeUpSurvey(undefined, installed('shutdown', 'config')));
  expect(screen(state)).toContain('[x] shutdown    installed');
  expect(screen(pressAll(state, 'shut', 'space', 'escape').state)).toMatch(/\[ \] shutdown +will be removed/);
});

test('applying shows each step with its time', () => {
  const begun = pressAll(planOf(opened()), 'tab', 'return').state;
  const writing = happen(begun, { kind: 'progress', text: 'Writing 3 files', at: 1000 }).state;
  const checking = happen(writing, { kind: 'progress', text: 'Type-checking', at: 1500 }).state;
  const later = happen(checking, { kind: 'time', at: 3700 }).state;
  expect(screen(pressAll(later, 'ctrl-c').state)).toContain(
    [
      '✓ Resolving and planning  1.2 s',
      '✓ Writing 3 files  0.5 s',
      '❯ Type-checking  2.2 s',
      '',
      'Giving up: every file is put back.',
    ].join('\n'),
  );
});

test('without Unicode there is nothing but ASCII', () => {
  for (const state of [opened(), optionsOf(opened()), planOf(opened()), pressAll(opened(), '?').state]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the bounds of ASCII
    expect(screen(state, { LANG: 'C' })).toMatch(/^[\x00-\x7f]*$/);
  }
});

test('a line is cut by columns, not by letters, and wide letters count twice', () => {
  expect(cutTo('部品を数える', 7, '…')).toBe('部品を…');
  expect(cutTo('short', 7, '…')).toBe('short');
  expect(paintLine([{ text: '部品', style: 'bold' }, { text: ' and more' }], 8, '…', plain)).toBe('部品 an…');
});

test('what a stranger wrote cannot reach the terminal as a command', () => {
  expect(paintLine('a\u001b[2Jb\u202ec', 40, '…', plain)).toBe('a\ufffd[2Jb\ufffdc');
  expect(wrap('x\u0007y', 40)).toEqual(['x\ufffdy']);
});

test('texts break at spaces, long words not at all', () => {
  expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrap('extraordinarily long', 8, '  ')).toEqual(['extraordinarily', '  long']);
});
