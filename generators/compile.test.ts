import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const tsc = join(__dirname, '../node_modules/.bin/tsc');

// Generated code lands in services of every strictness, and of every target that is not refused.
test.each(['strict', 'lax', 'old'])('every template compiles with %s settings', (name) => {
  const project = join(__dirname, `tsconfig.${name}.json`);
  expect(spawnSync(tsc, ['-p', project, '--singleThreaded'], { encoding: 'utf8' }).stdout).toBe('');
});
