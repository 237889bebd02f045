import { attribute, ownersOf } from './attribute.ts';

const BUNDLE = [
  '// src/work.ts',
  'function answer() {}',
  '// src/platform/logging/access-log.ts',
  'function end() {}',
];

/** A chain of calls, each node the child of the one before. */
function chain(...frames: readonly (readonly [functionName: string, url: string, lineNumber: number])[]) {
  return frames.map(([functionName, url, lineNumber], index) => ({
    id: index + 1,
    callFrame: { functionName, url, lineNumber },
    children: index + 1 < frames.length ? [index + 2] : [],
  }));
}

test('a sample counts for the nearest code that is not of Node.js itself', () => {
  const nodes = chain(
    ['(root)', '', -1],
    ['answer', 'file:///dist/main.mjs', 1],
    ['end', 'file:///dist/main.mjs', 3],
    ['info', 'file:///node_modules/pino/lib/tools.js', 9],
    ['writeSync', 'node:fs', 4],
    ['(garbage collector)', '', -1],
  );
  const profile = { nodes, samples: [1, 2, 3, 4, 5, 6], timeDeltas: [1, 10, 100, 1_000, 10_000, 100_000] };
  expect(attribute(profile, ownersOf(BUNDLE.join('\n')))).toEqual({
    application: 11,
    telemetry: 11_100,
    functions: [
      ['info pino/lib/tools.js:10', 11_000],
      ['end main.mjs:4', 100],
    ],
  });
});
