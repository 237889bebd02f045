import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runAt } from '../../testing/run-in.ts';
import { contents, makeService } from '../../testing/service.ts';

const OFFLINE = ['--no-install', '--verify', 'none'];

let folder = '';

beforeEach(() => {
  folder = makeService();
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Answer one question after the other; the input ends after the last. */
async function answering(...answers: readonly string[]) {
  const left = [...answers];
  const said = await runAt(folder, ['compose', ...OFFLINE], {
    ask: async () => left.shift(),
    confirm: async () => left.shift() === 'y',
  });
  return { ...said, left };
}

test('a session in lines: tier, features by name, options, the plan', async () => {
  const { code, out, left } = await answering('', 'health', '', 'y', '', '', '', 'soon', '750', 'y');
  expect([code, left]).toEqual([0, []]);
  expect(out).toContain('  framework: express 5.1.0 (src/boot.ts:1)\n');
  expect(out).toMatch(
    /\d+\. health, recommended: Health checks\n {5}`src\/boot.ts:9` listens, no health route/,
  );
  expect(out).toMatch(/\d+\. config-env, comes along: /);
  expect(out).toContain('Not yet right: `cacheMs` is "soon", not of type integer.');
  expect(out).toContain('Done: parcels:');
  const { features } = JSON.parse(readFileSync(join(folder, 'joinery.json'), 'utf8'));
  expect(features.health.options).toEqual({ cacheMs: 750 });
});

test('what is not understood is said and asked again', async () => {
  const { code, out } = await answering('huge', 'basic', 'helth 999');
  expect(code).toBe(130);
  expect(out).toContain('`huge` is no tier.');
  expect(out).toContain('There is no feature `helth`.\nThere is no feature `999`.');
});

test.each([[[]], [['']], [['', 'health']], [['', 'health', '']], [['', 'health', '', '', 'n']]])(
  'giving up after %j writes nothing',
  async (answers) => {
    const before = contents(folder);
    const { code } = await answering(...answers);
    expect(code).toBe(130);
    expect(contents(folder)).toEqual(before);
  },
);
