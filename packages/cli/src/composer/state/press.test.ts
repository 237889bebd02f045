import type { Survey } from '@joinery/engine';
import fc from 'fast-check';
import { installed, madeUpSurvey, pressAll } from '../testing/made-up.ts';
import { answered, optionsOf, PLAN as plan, planOf } from '../testing/made-up-screens.ts';
import { glyphsFor } from '../view/glyphs.ts';
import { view } from '../view/view.ts';
import { ticked } from './choose.ts';
import { happen } from './happen.ts';
import { start } from './start.ts';
import type { State, Step } from './state.ts';

const SIZE = { columns: 80, rows: 24 };
let surveyed: Survey;

beforeAll(async () => {
  surveyed = await madeUpSurvey();
});

function opened(from = surveyed): State {
  return start(from, SIZE, []);
}

function names({ survey, request }: State): readonly string[] {
  return [...ticked(survey, request)].sort();
}

function versions({ attempt }: State): readonly string[] {
  return attempt.status === 'resolved' ? Object.keys(attempt.versions) : [attempt.status];
}

function inOptions(): State {
  return optionsOf(opened());
}

function inPlan(): State {
  return planOf(opened());
}

describe('the list', () => {
  test('a tick resolves at once: what is needed comes along; another tick takes it back', () => {
    const once = pressAll(opened(), 'shut', 'space').state;
    expect([names(once), versions(once)]).toEqual([['shutdown'], ['config', 'shutdown']]);
    const twice = pressAll(once, 'space').state;
    expect([names(twice), versions(twice)]).toEqual([[], []]);
  });

  test('letters search, Backspace takes one away, Esc all; a second Esc leaves', () => {
    const found = pressAll(opened(), 'auditx', 'backspace').state;
    expect(found.screen).toMatchObject({ search: 'audit', cursor: 0 });
    const cleared = pressAll(found, 'escape');
    expect([cleared.state.screen, cleared.effect]).toEqual([
      expect.objectContaining({ search: '' }),
      undefined,
    ]);
    expect(pressAll(found, 'escape', 'escape').effect).toEqual({ kind: 'leave' });
    expect(pressAll(opened(), 'store-f', 'escape').state.screen).toMatchObject({ search: '', cursor: 4 });
  });

  test('the cursor stays on the list', () => {
    expect(pressAll(opened(), 'up').state.screen).toMatchObject({ cursor: 0 });
    expect(pressAll(opened(), 'end', 'down', 'pagedown').state.screen).toMatchObject({ cursor: 5 });
    expect(pressAll(opened(), 'zzz', 'down', 'space').state.request.add).toEqual([]);
  });

  test('the arrows change the tier, within bounds, and what is blocked with it', () => {
    const state = opened();
    expect([...state.blocked].sort()).toEqual(['audit', 'old']);
    const higher = pressAll(state, 'right', 'right').state;
    expect([higher.request.tier, [...higher.blocked]]).toEqual(['advanced', ['old']]);
    expect(pressAll(state, 'left').state.request.tier).toBe('basic');
    expect(pressAll(higher, 'right', 'right', 'right').state.request.tier).toBe('enterprise');
  });

  test('a conflict offers its fixes by number, and does not let anybody go on', () => {
    const both = pressAll(opened(), 'store-f', 'space', 'escape', 'store-s', 'space', 'escape');
    expect(both.state.attempt.status).toBe('unsolvable');
    const on = pressAll(both.state, 'return');
    expect([on.state.reading?.what, on.effect]).toEqual(['details', undefined]);
    const fixed = pressAll(both.state, '1').state;
    expect([fixed.attempt.status, names(fixed).length]).toEqual(['resolved', 1]);
    expect(pressAll(both.state, '9').state.attempt.status).toBe('unsolvable');
  });

  test('a tier too low is a conflict whose fix raises it', () => {
    const state = pressAll(opened(), 'audit', 'space', 'escape').state;
    const { attempt } = state;
    const fixes = attempt.status === 'unsolvable' ? attempt.fixes.map(({ change }) => change) : [];
    const index = fixes.findIndex((change) => /tier/.test(change));
    expect(pressAll(state, String(index + 1)).state.request.tier).toBe('advanced');
  });

  test('a number is a letter of the search where there is no conflict', () => {
    expect(pressAll(opened(), '1').state.screen).toMatchObject({ search: '1' });
  });

  test('an installed feature is taken out by its tick, with what only it needs', async () => {
    const state = opened(await madeUpSurvey(undefined, installed('shutdown')));
    expect(names(state)).toEqual(['shutdown']);
    const without = pressAll(state, 'shut', 'space').state;
    expect([without.request.remove, versions(without)]).toEqual([['shutdown'], []]);
    expect(pressAll(without, 'space').state.request.remove).toEqual([]);
  });

  test('Enter loads the options of what was chosen', () => {
    expect(pressAll(opened(), 'return')).toMatchObject({
      state: { screen: { kind: 'working' } },
      effect: { kind: 'load-options' },
    });
  });
});

describe('the options', () => {
  test('features without options lead straight to the plan', () => {
    const { state } = pressAll(opened(), 'return');
    expect(happen(state, { kind: 'options-loaded', features: [] }).effect).toEqual({ kind: 'plan' });
  });

  test('typing is checked at every letter; a faulty value is not taken', () => {
    const typed = pressAll(inOptions(), '12x').state;
    expect(typed.screen).toMatchObject({ typed: '12x', cursor: 0 });
    expect(pressAll(typed, 'return').state.screen).toMatchObject({ typed: '12x', cursor: 0 });
    const taken = pressAll(typed, 'backspace', 'return').state;
    expect([taken.settings.shutdown, taken.screen]).toEqual([
      { waitMs: 12 },
      expect.not.objectContaining({ typed: expect.anything() }),
    ]);
    expect(pressAll(typed, 'escape').state.settings.shutdown).toBeUndefined();
  });

  test('an emptied value is the default again', () => {
    const set = pressAll(inOptions(), '12', 'return', 'up').state;
    expect(pressAll(set, 'backspace', 'return').state.settings.shutdown).toEqual({});
  });

  test('values to choose from are stepped through, in both directions', () => {
    const there = pressAll(inOptions(), 'down', 'space').state;
    expect(there.settings.shutdown).toEqual({ mode: 'hard' });
    expect(pressAll(there, 'left').state.settings.shutdown).toEqual({ mode: 'soft' });
  });

  test('a text may hold what looks like a number or a question mark', () => {
    const state = pressAll(inOptions(), 'down', 'down', '12', 'space', '?', 'return').state;
    expect(state.settings.shutdown).toEqual({ path: '12 ?' });
  });

  test('Esc goes back to the list as it was; the last line goes on to the plan', () => {
    expect(pressAll(inOptions(), 'escape').state.screen).toMatchObject({ kind: 'features', search: 'shut' });
    expect(pressAll(inOptions(), 'tab', 'return').effect).toEqual({ kind: 'plan' });
  });
});

describe('the plan', () => {
  test('a file opens to its lines; n and p go to its neighbours; Esc closes it', () => {
    const open = pressAll(inPlan(), 'return').state;
    expect(open.screen).toMatchObject({ cursor: 0, diff: 0 });
    expect(pressAll(open, 'down', 'n').state.screen).toMatchObject({ cursor: 1, diff: 0 });
    expect(pressAll(open, 'n', 'n', 'p', 'p').state.screen).toMatchObject({ cursor: 0 });
    expect(pressAll(open, 'escape').state.screen).not.toHaveProperty('diff');
  });

  test('only the last line applies; Esc goes back to the options', () => {
    expect(pressAll(inPlan(), 'return').effect).toBeUndefined();
    expect(pressAll(inPlan(), 'tab', 'return')).toMatchObject({
      state: { screen: { kind: 'applying', steps: [{ text: 'Resolving and planning', until: 1200 }] } },
      effect: { kind: 'apply', plan },
    });
    expect(pressAll(inPlan(), 'escape').state.screen.kind).toBe('options');
  });

  test('an empty plan leaves', () => {
    const { state } = pressAll(inOptions(), 'tab', 'return');
    const empty = happen(state, { kind: 'composed', composed: { ...plan, changes: [] }, took: 1 }).state;
    expect(pressAll(empty, 'return').effect).toEqual({ kind: 'leave' });
  });

  test('a problem is shown, and Esc goes back to where it came from', () => {
    const { state } = pressAll(inOptions(), 'tab', 'return');
    const problem = { kind: 'problem', id: 'x', exitCode: 4, found: 'No.', todo: 'Do.' } as const;
    const stopped = happen(state, { kind: 'composed', composed: problem, took: 1 }).state;
    expect(stopped.screen.kind).toBe('stopped');
    expect(pressAll(stopped, 'escape').state.screen.kind).toBe('options');
  });
});

describe('applying', () => {
  const applying = () => pressAll(inPlan(), 'tab', 'return').state;

  test('each step ends when the next begins', () => {
    const one = happen(applying(), { kind: 'progress', text: 'Writing', at: 5000 }).state;
    const two = happen(one, { kind: 'progress', text: 'Checking', at: 5400 }).state;
    expect(two.screen).toMatchObject({
      steps: [
        { until: 1200 },
        { text: 'Writing', from: 5000, until: 5400 },
        { text: 'Checking', from: 5400 },
      ],
    });
  });

  test('Ctrl-C gives up once, and waits until all is put back; other keys do nothing', () => {
    const given = pressAll(applying(), 'ctrl-c');
    expect(given).toMatchObject({ state: { screen: { cancelling: true } }, effect: { kind: 'abort' } });
    expect(pressAll(given.state, 'ctrl-c').effect).toBeUndefined();
    expect(pressAll(applying(), 'return', 'escape', 'space', 'x').effect).toBeUndefined();
  });
});

test.each([
  ['the list', () => opened()],
  ['a search', () => pressAll(opened(), 'au').state],
  ['the help', () => pressAll(opened(), '?').state],
  ['the details', () => pressAll(opened(), 'tab').state],
  ['work', () => pressAll(opened(), 'return').state],
  ['the options', inOptions],
  ['a field', () => pressAll(inOptions(), '1').state],
  ['the plan', inPlan],
  ['a diff', () => pressAll(inPlan(), 'return').state],
])('Ctrl-C on %s leaves', (_, state) => {
  expect(pressAll(state(), 'ctrl-c').effect).toEqual({ kind: 'leave' });
  expect(pressAll(state(), 'ctrl-d').effect).toEqual({ kind: 'leave' });
});

test('help opens with ? and closes with it', () => {
  expect(pressAll(opened(), '?').state.reading).toEqual({ what: 'help', scroll: 0 });
  expect(pressAll(opened(), '?', '?').state).not.toHaveProperty('reading');
});

test('whatever is pressed and however large the window, there is a screen of exactly its lines', () => {
  const key = fc.constantFrom(
    'up',
    'down',
    'left',
    'right',
    'return',
    'escape',
    'space',
    'tab',
    'backspace',
    'end',
    'pagedown',
    '?',
    'a',
    'st',
    '1',
    'n',
    'ctrl-c',
  );
  const size = fc.record({
    columns: fc.integer({ min: 1, max: 140 }),
    rows: fc.integer({ min: 1, max: 50 }),
  });
  fc.assert(
    fc.property(
      fc.array(key, { maxLength: 25 }),
      size,
      fc.constantFrom(opened, inOptions, inPlan),
      (keys, window, from) => {
        const begin = { ...from(), size: window };
        const end = keys.reduce<Step>((step, one) => answered(pressAll(step.state, one)), { state: begin });
        expect(view(end.state, glyphsFor({}))).toHaveLength(window.rows);
      },
    ),
    { numRuns: 150 },
  );
});
