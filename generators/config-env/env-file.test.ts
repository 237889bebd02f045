import type { Code, Contributed, EnvVariable, Profile } from '@joinery/kit';
import { envExample } from './env-example.ts';
import { envFile } from './env-file.ts';

const variable = (
  feature: string,
  name: string,
  rest: Partial<EnvVariable>,
): Contributed<'env.variables'> => ({
  feature,
  name,
  type: 'string',
  description: `${name}.`,
  ...rest,
});

const VARIABLES = [
  variable('cache', 'CACHE_URL', { type: 'url' }),
  variable('cache', 'CACHE_TTL', { type: 'number', min: 0.5, max: 60, default: 1.5 }),
  variable('cache', 'CACHE_MODE', { type: 'enum', values: ['lru', "l'fu"], default: 'lru' }),
  variable('web', 'WEB_KEY', { secret: true, default: 'change-me', developmentOnly: true }),
  variable('web', 'WEB_LOG', { type: 'boolean', default: false }),
  variable('web', 'WEB_PORT', { type: 'port', optional: true }),
];

const print = ({ parts }: Code) =>
  parts.map((part) => (typeof part === 'string' ? part : part.name)).join('');

const host = (dependencies: Profile['dependencies']) => ({ dependencies }) as Profile;

const modules = (profile: Profile) =>
  envFile(VARIABLES, profile).parts.map((part) =>
    typeof part === 'object' && part.kind === 'symbol' ? part.module : '',
  );

test('gives each variable one entry, under the feature that reads it', () => {
  const entries = print(envFile(VARIABLES, host({})))
    .split('\n')
    .slice(2, 16);
  expect(entries.filter((line) => !line.startsWith('  /**'))).toEqual([
    '  // cache',
    '  CACHE_URL: z.url(),',
    '  CACHE_TTL: z.coerce.number().min(0.5).max(60).default(1.5),',
    "  CACHE_MODE: z.enum(['lru', 'l\\'fu']).default('lru'),",
    '  // web',
    "  WEB_KEY: developmentDefault(z.string(), 'change-me'),",
    '  WEB_LOG: z.stringbool().default(false),',
    '  WEB_PORT: z.coerce.number().int().min(0).max(65535).optional(),',
  ]);
});

test('reads `.env` where the service does', () => {
  const own = host({ dotenv: { range: '^17', dev: false } });
  expect(print(envFile(VARIABLES, own))).toContain('loadEnv(envSchema, withDotenvFile())');
  const nest = host({ '@nestjs/config': { range: '^4', dev: false } });
  expect(print(envFile(VARIABLES, nest))).toContain('loadEnv(envSchema, withDotenvFile())');
  expect(print(envFile(VARIABLES, host({})))).toContain('loadEnv(envSchema)');
});

test('finds zod 4 in zod 3.25', () => {
  expect(modules(host({}))).toContain('zod');
  expect(modules(host({ zod: { range: '^4.1.0', dev: false } }))).toContain('zod');
  expect(modules(host({ zod: { range: '^3.22.0', installed: '3.25.76', dev: false } }))).toContain('zod/v4');
});

test('lists every variable with its default, and no secret', () => {
  expect(envExample(VARIABLES).map(({ name, value }) => `${name}=${value}`)).toEqual([
    'CACHE_URL=',
    'CACHE_TTL=1.5',
    'CACHE_MODE=lru',
    'WEB_KEY=',
    'WEB_LOG=false',
    'WEB_PORT=',
  ]);
});
