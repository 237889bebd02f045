import { findConsoleCalls } from './console-calls.ts';

test('calls of console are found, in code of people', () => {
  const text =
    "start();\nconsole.log('on');\n// console.log('off')\n  if (x) console.error(x);\nmy.console = 1;\n";
  const sources = [
    { file: 'src/server.ts', text },
    { file: 'src/platform/index.ts', text },
  ];
  expect(findConsoleCalls(sources, 'src/platform')).toEqual(['src/server.ts:2', 'src/server.ts:4']);
});
