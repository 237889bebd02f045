import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, readHostFiles } from './host-files.ts';
import { typeErrors } from './type-errors.ts';
import { openWorkbench } from './workbench.ts';

const root = join(__dirname, '../../..');
const fixtures = join(__dirname, '../fixtures');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));

const POOL = `import { Pool } from 'pg';
import { Redis } from 'ioredis';

export const pool = new Pool({ connectionString: 'postgres://127.0.0.1' });
const redis = new Redis('redis://127.0.0.1', { lazyConnect: true });
export { redis as cache };
`;

const STOCK = `const base = process.env.STOCK_URL ?? 'http://stock:8080';
export const stockOf = (id: string) => fetch(\`\${base}/items/\${id}\`);
`;

const LOG = `import { pino } from 'pino';

export const logger = pino({ level: 'debug' });
logger.debug('made');
`;

/** A fixture whose entry loads files that export clients and a logger. */
function withClients(name: string, entry: string, specifier: string): HostFiles {
  const host = readHostFiles(join(fixtures, name));
  const text = host[entry] ?? '';
  const log = specifier.replace('db/pool', 'log');
  const stock = specifier.replace('db/pool', 'stock');
  const files = { 'src/db/pool.ts': POOL, 'src/stock.ts': STOCK, 'src/log.ts': LOG };
  return {
    ...host,
    ...files,
    [entry]: `import '${specifier}';\nimport '${log}';\nimport '${stock}';\n${text}`,
  };
}

test.each([
  ['parcels-express', 'src/server.ts', './db/pool.js'],
  ['tickets-nest', 'src/main.ts', './db/pool', '.js'],
])(
  'in %s the clients that it exports are asked and its logger is used, whatever came first',
  async (name, entry, specifier, extension = '') => {
    const host = withClients(name, entry, specifier);
    const health = { name: 'health' };
    const others = ['logging', 'metrics', 'tracing'].map((feature) => ({ name: feature }));
    const after = await bench.run(host, { add: [health, ...others], tier: 'intermediate' });
    const composed = after['src/platform/index.ts'] ?? '';
    const loaded = `(await import('${specifier.replace('./', '../')}${extension}'))`;
    expect(composed).toContain(`${loaded}.pool.query('select 1')`);
    expect(composed).toContain(`${loaded}.cache.ping()`);
    expect(composed).toContain(`answers(() => process.env['STOCK_URL'] ?? 'http://stock:8080')`);
    expect(composed).toMatch(
      /export const logger = (?:logExport\.tee\(\s*)?adoptLogger\(ownLogging\.logger, logFields\)/,
    );
    expect(composed.match(/ from '(.*\/log(?:\.js)?)'/)?.[1]).toBe(
      `../log${specifier.endsWith('.js') ? '.js' : ''}`,
    );
    expect(after['package.json']).not.toContain('winston');
    expect(typeErrors(after)).toBe('');
    expect(await bench.run(after, {})).toEqual(after);
    const first = await bench.run(host, { add: others, tier: 'intermediate' });
    expect(await bench.run(first, { add: [health] })).toEqual(after);
    expect(await bench.remove(after, 'health', 'logging', 'metrics', 'tracing')).toEqual(host);
  },
);

describe('a storage over the pool that the service exports', () => {
  const host = withClients('parcels-express', 'src/server.ts', './db/pool.js');
  const add = (options: { readonly pool?: string }, ...more: readonly string[]) => ({
    add: [{ name: 'storage-postgres', options }, ...more.map((name) => ({ name }))],
    tier: 'advanced' as const,
  });

  test('opens none of its own, lends its transactions to what goes over that pool, and goes again to the byte', async () => {
    const after = await bench.run(host, add({ pool: 'pool' }, 'ddd-repository'));
    expect(after['src/platform/index.ts']).toContain(
      "pool: async () => (await import('../db/pool.js')).pool",
    );
    expect(after['src/platform/config/env.ts']).not.toContain('DATABASE_URL');
    expect(Object.keys(after)).not.toContain('src/platform/storage/postgres.ts');
    const joined = {
      ...after,
      'src/db/joined.ts':
        "import { joining } from '../platform/storage/joining.js';\nimport { pool } from './pool.js';\nexport const joined = joining(pool);\n",
    };
    expect(typeErrors(joined)).toBe('');
    expect(await bench.run(after, {})).toEqual(after);
    const own = await bench.run(after, add({ pool: 'own' }));
    expect(own).toEqual(await bench.run(host, add({ pool: 'own' }, 'ddd-repository')));
    expect(await bench.remove(after, 'storage-postgres', 'ddd-repository')).toEqual(host);
  });

  test('is refused where there is no such pool, and one of its own is told of', async () => {
    expect(await bench.compose(host, add({ pool: 'db' }))).toMatchObject({
      kind: 'problem',
      found: expect.stringMatching(
        /exports no pool of `pg` named `db`; it exports `pool` \(src\/db\/pool.ts:4\)/,
      ),
    });
    const plan = await bench.compose(host, add({}));
    expect(plan.kind === 'plan' && plan.notes.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/opens one of its own beside it.*`"pool": "pool"`/),
    );
  });

  test.each([
    ['kysely', /option `pool` what `kysely` does inside of `storage.transaction` is part/],
    ['typeorm', /`typeorm` has connections of its own.*never in one transaction/],
    ['mongoose', /`mongoose` keeps documents in another database/],
  ])('%s stays, and the plan says how it gets along with repositories', async (orm, says) => {
    const text = host['package.json']?.replace(
      '"dependencies": {',
      `"dependencies": {\n    "${orm}": "^1.0.0",`,
    );
    const plan = await bench.compose({ ...host, 'package.json': text ?? '' }, add({}, 'ddd-repository'));
    expect(plan.kind === 'plan' && plan.notes.map((note) => note.text)).toContainEqual(
      expect.stringMatching(says),
    );
  });
});

const DATA_MODULE = `import { Module } from '@nestjs/common';
import { Pool } from 'pg';
import { CACHE, CacheModule } from './cache.module';

@Module({
  imports: [CacheModule],
  providers: [
    {
      provide: 'POOL',
      inject: [CACHE],
      useFactory: () => {
        return new Pool({ connectionString: 'postgres://127.0.0.1' });
      },
    },
  ],
})
export class DataModule {}
`;
const CACHE_MODULE = `import { Module } from '@nestjs/common';
import { Redis } from 'ioredis';

export const CACHE = Symbol('cache');

@Module({
  providers: [{ provide: CACHE, useValue: new Redis('redis://127.0.0.1', { lazyConnect: true }) }],
  exports: [CACHE],
})
export class CacheModule {}
`;

test('in Nest the clients that are provided are asked as they are injected', async () => {
  const host = readHostFiles(join(fixtures, 'tickets-nest'));
  const [entry = '', text = ''] =
    Object.entries(host).find(([path]) => path.endsWith('tickets.module.ts')) ?? [];
  const files = {
    ...host,
    'src/data.module.ts': DATA_MODULE,
    'src/cache.module.ts': CACHE_MODULE,
    [entry]: `import './data.module';\n${text}`,
  };
  const after = await bench.run(files, { add: [{ name: 'health' }], tier: 'basic' });
  const module = after['src/platform/platform.module.ts'] ?? '';
  expect(module).toContain("modules.get<Pool>('POOL', { strict: false }).query('select 1')");
  expect(module.replaceAll(/\s/g, '')).toContain(
    ".get<Redis>((awaitimport('../cache.module.js')).CACHE,{strict:false,}).ping()",
  );
  expect(typeErrors(after)).toBe('');
  expect(await bench.run(after, {})).toEqual(after);
  expect(await bench.remove(after, 'health')).toEqual(files);
});
