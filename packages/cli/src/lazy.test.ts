import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runIn } from './testing/run-in.ts';
import { makeService } from './testing/service.ts';

// Says, when the process ends, whether the compiler was loaded on the way.
const PROBE = `process.on('exit', () => {
  const loaded = Object.keys(require('module')._cache).some((file) => /[\\\\/]ts-morph[\\\\/]/.test(file));
  process.stderr.write(loaded ? 'LOADED' : 'NOT LOADED');
});`;

const root = join(__dirname, '../../..');
let folder = '';

beforeAll(async () => {
  folder = makeService();
  await runIn(folder, ['add', 'health', '--yes', '--no-install', '--verify', 'none']);
  writeFileSync(join(folder, 'probe.cjs'), PROBE);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['NOT LOADED', ['--help']],
  ['NOT LOADED', ['--version']],
  ['NOT LOADED', ['list']],
  ['NOT LOADED', ['info', 'health']],
  ['NOT LOADED', ['add', 'helth']],
  ['NOT LOADED', ['doctor']],
  ['NOT LOADED', ['upgrade', '--check']],
  ['LOADED', ['plan', 'health']],
])('ts-morph is %s by `joinery %j`', (expected, args) => {
  const flags = ['--require', join(folder, 'probe.cjs'), '--conditions=@joinery/source', '--import', 'tsx'];
  const command = [...flags, join(root, 'packages/cli/src/joinery.ts'), ...args, '--cwd', folder];
  const words = args[0]?.startsWith('-') === true ? command.slice(0, -2) : command;
  const { stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  expect(stderr).toMatch(new RegExp(`(?<!NOT )${expected}$`));
});
