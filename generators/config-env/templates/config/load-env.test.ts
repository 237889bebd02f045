import { spawnSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { z } from 'zod';
import { developmentDefault } from './development-default.ts';
import { parseEnv } from './load-env.ts';

const program = `
  import { z } from 'zod';
  import { loadEnv } from './load-env.ts';
  const schema = z.object({ PORT: z.coerce.number().int(), URL: z.url(), FLAG: z.stringbool().default(true) });
  console.log(JSON.stringify(loadEnv(schema)));
`;

const [built] = buildSync({
  stdin: { contents: program, resolveDir: __dirname },
  bundle: true,
  packages: 'external',
  format: 'esm',
  write: false,
}).outputFiles;

function start(env: NodeJS.ProcessEnv) {
  const args = ['--input-type=module', '-e', built?.text ?? ''];
  return spawnSync(process.execPath, args, { cwd: __dirname, env, encoding: 'utf8' });
}

test('a process with a faulty environment says every fault and no value, and exits 78', () => {
  const { status, stderr } = start({ PORT: 'hunter2', URL: '', FLAG: 'hunter3' });
  expect(status).toBe(78);
  expect(stderr).toMatch(
    /^The environment is not valid:\n {2}PORT: .*\n {2}URL: is required\n {2}FLAG: .*\n$/,
  );
  expect(stderr).not.toMatch(/hunter/);
});

test('a process with a good environment starts', () => {
  const { status, stdout } = start({ PORT: '80', URL: 'https://lamps.test', FLAG: 'false' });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ PORT: 80, URL: 'https://lamps.test', FLAG: false });
});

test('a test runner is told by an exception', () => {
  const { status, stderr } = start({ NODE_ENV: 'test' });
  expect(status).toBe(1);
  expect(stderr).toContain('EnvironmentError: The environment is not valid:');
});

test('production refuses a default for development', () => {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  const production = z.object({ KEY: developmentDefault(z.string(), 'change-me') });
  process.env.NODE_ENV = before;
  const development = z.object({ KEY: developmentDefault(z.string(), 'change-me') });
  expect(parseEnv(development, {}).KEY).toBe('change-me');
  expect(parseEnv(production, { KEY: 'real' }).KEY).toBe('real');
  expect(() => parseEnv(production, {})).toThrow('KEY: is required');
  expect(() => parseEnv(production, { KEY: 'change-me' })).toThrow(
    'KEY: must not be the development default',
  );
});
