/*
 * How long the composer takes from a key press to the lines of the next screen, with a catalog of 60 made-up features; and the
 * CPU of `joinery --help` and of the first screen on a host of 10,000 files, beside `node -e 0`. Build first.
 *   npx tsx --conditions=@joinery/source tools/bench/composer.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { press } from '../../packages/cli/src/composer/state/press.ts';
import { start } from '../../packages/cli/src/composer/state/start.ts';
import { keysIn, madeUp, madeUpSurvey } from '../../packages/cli/src/composer/testing/made-up.ts';
import { glyphsFor } from '../../packages/cli/src/composer/view/glyphs.ts';
import { view } from '../../packages/cli/src/composer/view/view.ts';

const FEATURES = 60;
const TIERS = ['basic', 'intermediate', 'advanced', 'enterprise'] as const;
const WORDS = [
  'space',
  'down',
  'f',
  'escape',
  'down',
  'space',
  'right',
  'pagedown',
  'space',
  'left',
  'tab',
  'escape',
  'end',
  'space',
  'up',
];

const features = Array.from({ length: FEATURES }, (_, index) =>
  madeUp(`feature-${index}`, {
    category: `category-${index % 8}`,
    tiers: {
      min: TIERS[Math.floor(index / 20)] ?? 'basic',
      preset: TIERS[Math.floor(index / 16)] ?? 'basic',
    },
    provides: { [`thing.${index}`]: '1.0.0' },
    ...(index % 9 === 8 ? { exclusive: ['store'], provides: { store: '1.0.0' } } : {}),
    ...(index > 3 ? { requires: { [`feature-${index % 4}`]: '^1', [`thing.${index % 3}`]: '^1' } } : {}),
    recommend: [{ when: "signal('listens') and not signal('logger')", because: 'it would help' }],
  }),
);

const survey = await madeUpSurvey(features);
const glyphs = glyphsFor({ LANG: 'C.UTF-8' });
const opening = cpuNow();
let state = start(survey, { columns: 120, rows: 40 }, []);
console.log(`opening with ${FEATURES} features: ${(cpuNow() - opening).toFixed(0)} ms of CPU`);

const times: number[] = [];
for (let round = 0; round < 20; round += 1) {
  for (const key of WORDS.flatMap(keysIn)) {
    const from = cpuNow();
    state = press(state, key).state;
    view(state, glyphs);
    times.push(cpuNow() - from);
  }
}
times.sort((a, b) => a - b);
const at = (part: number) =>
  (times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(1);
console.log(
  `CPU from key press to screen, ${times.length} presses: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms`,
);

const joinery = join(import.meta.dirname, '../../packages/cli/dist/joinery.js');
const host = bigHost();
const nothing = cpu(['-e', '0']);
for (const [name, words] of [
  ['joinery --help', [joinery, '--help']],
  [
    'joinery recommend, as much as the first screen reads, 10,000 files',
    [joinery, 'recommend', '--json', '-C', host],
  ],
] as const) {
  const used = cpu(words);
  console.log(
    `${name}: ${used.toFixed(3)} s CPU, ${(used / nothing).toFixed(2)} times \`node -e 0\` (${nothing.toFixed(3)} s)`,
  );
}
rmSync(host, { recursive: true, force: true });

/** Milliseconds of CPU; unlike a clock, it does not count what others do on the machine. */
function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Median CPU of nine runs; each runs in a shell that tells what its child used. */
function cpu(words: readonly string[]): number {
  const used = Array.from({ length: 9 }, () => {
    const timed = `TIMEFORMAT='%U %S'; time ${[process.execPath, ...words].map((word) => `'${word}'`).join(' ')} > /dev/null`;
    const { stderr } = spawnSync('bash', ['-c', timed], { encoding: 'utf8' });
    const [user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
    return user + system;
  });
  return used.sort((a, b) => a - b)[4] ?? 0;
}

function bigHost(): string {
  const folder = mkdtempSync(join(tmpdir(), 'big-host-'));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      name: 'big',
      type: 'module',
      scripts: { start: 'node dist/main.js' },
      dependencies: { express: '^5.1.0' },
    }),
  );
  mkdirSync(join(folder, 'src/parts'), { recursive: true });
  const imports = Array.from({ length: 500 }, (_, index) => `import './parts/part-${index}.js';`);
  writeFileSync(
    join(folder, 'src/main.ts'),
    `import express from 'express';\n${imports.join('\n')}\nconst app = express();\napp.listen(3000);\n`,
  );
  const text = Array.from(
    { length: 120 },
    (_, line) => `export const value${line} = ${line}; // of this part`,
  ).join('\n');
  for (let index = 0; index < 10_000; index += 1)
    writeFileSync(join(folder, `src/parts/part-${index}.ts`), text);
  return folder;
}
