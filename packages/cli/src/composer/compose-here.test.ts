import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAt, runIn } from '../testing/run-in.ts';
import { contents, copyOf, makeService } from '../testing/service.ts';
import type { Run } from '../transaction/package-manager.ts';
import { type Act, scriptedWindow } from './testing/scripted-window.ts';

const OFFLINE = ['--no-install', '--verify', 'none'];
const CHOOSE: Act = { when: 'type to find', press: ['health', 'space', 'return'] };
const ON: Act = { when: 'Show the plan', press: ['tab', 'return'] };
const APPLY: Act = { when: 'the plan: ', press: ['tab', 'return'] };

let folder = '';

beforeEach(() => {
  folder = makeService();
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function compose(acts: readonly Act[], size?: { readonly columns: number; readonly rows: number }) {
  const window = scriptedWindow(acts, size);
  const said = runAt(folder, ['compose', ...OFFLINE], { openWindow: window.open });
  return said.then((rest) => ({ ...rest, ...window, closed: window.closed() }));
}

test('a whole session gives the bytes that `joinery add` gives, and the terminal back', async () => {
  const other = copyOf(folder);
  const { code, out, err, left, closed } = await compose([CHOOSE, ON, APPLY]);
  expect([code, err, left, closed]).toEqual([0, '', [], 1]);
  expect(out).toContain('Done: parcels:');
  await runIn(other, ['add', 'health', '--yes', ...OFFLINE]);
  expect(contents(folder)).toEqual(contents(other));
  rmSync(other, { recursive: true, force: true });
});

test('an option that was set is written, and only that', async () => {
  const set: Act = { when: 'cacheMs', press: ['down', 'down', 'down', '750', 'return', 'tab', 'return'] };
  const { code } = await compose([CHOOSE, set, APPLY]);
  expect(code).toBe(0);
  expect(JSON.parse(readFileSync(join(folder, 'joinery.json'), 'utf8')).features).toEqual({
    health: { range: expect.any(String), options: { cacheMs: 750 } },
  });
});

test('unticking what is installed takes it out again, byte for byte', async () => {
  const before = contents(folder);
  await runIn(folder, ['add', 'health', '--yes', ...OFFLINE]);
  const { code } = await compose([CHOOSE, APPLY]);
  expect(code).toBe(0);
  expect(contents(folder)).toEqual(before);
});

test.each<readonly [string, readonly Act[]]>([
  ['the list', [{ when: 'type to find', press: ['ctrl-c'] }]],
  ['the list, by Esc', [{ when: 'type to find', press: ['health', 'space', 'escape', 'escape'] }]],
  ['the options', [CHOOSE, { when: 'Show the plan', press: ['ctrl-c'] }]],
  ['the plan', [CHOOSE, ON, { when: 'the plan: ', press: ['ctrl-c'] }]],
  ['a diff', [CHOOSE, ON, { when: 'the plan: ', press: ['return'] }, { when: 'scroll', press: ['ctrl-d'] }]],
  ['the list, when the input ends', [{ when: 'type to find', gone: true }]],
])('giving up on %s leaves every byte as it was', async (_, acts) => {
  const before = contents(folder);
  const { code, err, left, closed } = await compose(acts);
  expect([code, left, closed]).toEqual([130, [], 1]);
  expect(err).toMatch(/[Cc]ancelled|put back/);
  expect(contents(folder)).toEqual(before);
});

test('giving up while packages are installed puts every file back', async () => {
  const before = contents(folder);
  const window = scriptedWindow([CHOOSE, ON, APPLY, { when: 'Installing packages', press: ['ctrl-c'] }]);
  const untilGivenUp: Run = ({ program }, signal) =>
    program === 'git'
      ? Promise.resolve({ code: 0, output: '' })
      : new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve({ code: 130, output: '' }));
        });
  const { code, err } = await runAt(folder, ['compose'], { openWindow: window.open }, { run: untilGivenUp });
  expect([code, window.left, window.closed()]).toEqual([130, [], 1]);
  expect(err).toContain('Cancelled; every file was put back.');
  expect(contents(folder)).toEqual(before);
});

test('a refused edit is explained, and leads back to the choice', async () => {
  writeFileSync(
    join(folder, 'src/boot.ts'),
    "import express from 'express';\nexport const make = () => express();\n",
  );
  const before = contents(folder);
  const { code, screens } = await compose([
    CHOOSE,
    ON,
    { when: 'no plan', press: ['escape'] },
    { when: 'Show the plan', press: ['ctrl-c'] },
  ]);
  expect(code).toBe(130);
  expect(screens.find((screen) => screen.includes('no plan'))).toContain('error[');
  expect(contents(folder)).toEqual(before);
});

test('a window that shrinks and grows keeps what was chosen', async () => {
  const { code, screens } = await compose([
    { when: 'type to find', press: ['health', 'space'], resize: { columns: 30, rows: 5 } },
    { when: 'This window is 30x5.', resize: { columns: 60, rows: 16 } },
    { when: '1 to add', press: ['ctrl-c'] },
  ]);
  expect(code).toBe(130);
  expect(screens.at(-1)?.split('\n')).toHaveLength(16);
});

test('a service that cannot be told is a problem before any window opens', async () => {
  rmSync(join(folder, 'src/boot.ts'));
  const { code, err, closed } = await compose([]);
  expect([code, closed]).toEqual([1, 0]);
  expect(err).toContain('error[no-entry]');
});

test('without a terminal nothing is asked: `compose` is a problem, and `joinery` alone the help', async () => {
  const asked = await runIn(folder, ['compose']);
  expect([asked.code, asked.err]).toEqual([1, expect.stringContaining('error[no-terminal]')]);
  const alone = await runIn(folder, []);
  expect([alone.code, alone.out]).toEqual([0, expect.stringContaining('Usage: joinery')]);
});
