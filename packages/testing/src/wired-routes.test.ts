import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import type { Json } from '@joinery/kit';
import { type HostFiles, readHostFiles } from './host-files.ts';
import { typeErrors } from './type-errors.ts';
import { openWorkbench } from './workbench.ts';

const root = join(__dirname, '../../..');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));

const OPTIONS: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  'input-validation': { routes: 'wire' },
  idempotency: { requests: 'wire' },
  resilience: { clients: { rates: { files: ['src/rates.ts', 'src/got.ts'] } } },
};
const FEATURES = ['api-openapi', 'storage-postgres', ...Object.keys(OPTIONS)];
const request = {
  add: FEATURES.map((name) => ({ name, ...(OPTIONS[name] === undefined ? {} : { options: OPTIONS[name] }) })),
  tier: 'advanced',
} as const;

const RATES = `import axios, { isAxiosError } from 'axios';
import { request } from 'undici';

const bank = axios.create({ baseURL: 'http://bank' });
bank.defaults.headers.common['x-from'] = 'us';

/** Ask the bank. */
export async function rate(currency: string): Promise<number> {
  return Number(await (await fetch(\`http://bank/\${currency}\`)).text());
}

export async function rates(): Promise<readonly number[]> {
  try {
    const { data } = await axios.get<readonly number[]>('http://bank/rates'); // all of them
    const { body } = await request('http://bank/ping');
    return [...data, (await body.text()).length, (await bank.get<number>('/one')).data];
  } catch (error) {
    if (isAxiosError(error)) return [];
    throw error;
  }
}
`;

/** Calls of a library that consists of ES modules only. */
const GOT = `import got from 'got';

const bank = got.extend({ prefixUrl: 'http://bank' });

export const first = () => got('http://bank/first').json<number>();
export const second = () => got.post('http://bank/second', { json: {} }).text();
export const third = async () => (await bank('third')).body;
`;

/** A service of ours that calls another one. */
function host(name: string): HostFiles {
  return { ...readHostFiles(join(root, 'examples', name)), 'src/rates.ts': RATES, 'src/got.ts': GOT };
}

/** What some line of people's own code says now. */
const WIRED: Readonly<Record<string, readonly string[]>> = {
  'orders-express': [
    "router.post('/', checkRequest(postOrders), idempotentRequests, (request, response) => {",
    "app.use(express.json({ limit: '64kb' }));",
  ],
  'catalog-fastify': [
    "app.get<BySku>('/:sku', { preHandler: checkRequest(getProductsSku) }, async (request, reply) => {",
  ],
  'invoices-koa': [
    "router.put('/:number', checkRequest(putInvoicesNumber), (ctx) => {",
    'app.use(bodyParser({ jsonLimit: 102400 }));',
  ],
  'routes-hono': ["stopRoutes.get('/:route/stops', checkRequest(getRoutesRouteStops), (c) => {"],
  'tickets-nest': ['open(@Body(valid(postTickets.body)) body: { subject?: string }): Ticket {'],
};

/** Each call of another service, where it stood. */
const BOUNDED = [
  'await ratesFetch(',
  "const bank = ratesAxios(axios).create({ baseURL: 'http://bank' });",
  "await ratesAxios(axios).get<readonly number[]>('http://bank/rates'); // all of them",
  "await ratesRequest(request)('http://bank/ping')",
  "await bank.get<number>('/one')",
  "const bank = ratesGot(got).extend({ prefixUrl: 'http://bank' });",
  "ratesGot(got)('http://bank/first').json<number>()",
  "ratesGot(got).post('http://bank/second', { json: {} }).text()",
  'isAxiosError(error)',
];

test.each(Object.entries(WIRED))(
  'in %s routes and calls are wired once, compile, and are as before when the features go',
  async (name, lines) => {
    const files = host(name);
    const once = await bench.run(files, request);
    const own = Object.entries(once).filter(([path]) => path in files && path.endsWith('.ts'));
    const text = own.map(([, content]) => content).join('\n');
    for (const line of lines) expect(text).toContain(line);
    for (const call of BOUNDED) expect(text).toContain(call);
    expect(await bench.run(once, request)).toEqual(once);
    expect(typeErrors(once)).toBe('');
    expect(await bench.remove(once, ...FEATURES)).toEqual(files);
  },
);

test('what a Nest service has is used in place, and is as before afterwards: its pipe, and its .env', async () => {
  const nest = host('tickets-nest');
  const manifest = JSON.parse(nest['package.json'] ?? '');
  Object.assign(manifest.dependencies, { 'class-validator': '^0.14.0', '@nestjs/config': '^4.0.0' });
  const files = {
    ...nest,
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'src/main.ts': `import { ValidationPipe } from '@nestjs/common';
${nest['src/main.ts']?.replace(
  "setGlobalPrefix('api');",
  "setGlobalPrefix('api');\n  app.useGlobalPipes(new ValidationPipe({ whitelist: false }), new ValidationPipe());",
)}`,
  };
  const add = [{ name: 'input-validation', options: { routes: 'wire' } }, { name: 'config-env' }];
  const once = await bench.run(files, { add });
  const rest = 'exceptionFactory: namedFaults, forbidNonWhitelisted: true';
  const text = once['src/main.ts']?.replace(/\s+/g, ' ').replaceAll(', }', ' }');
  expect(text).toContain(`new ValidationPipe({ whitelist: false, ${rest} })`);
  expect(text).toContain(`new ValidationPipe({ ${rest}, whitelist: true })`);
  expect(once['src/platform/config/env.ts']).toContain('loadEnv(envSchema, withDotenvFile())');
  expect(once['package.json']).toContain('"dotenv"');
  expect(await bench.run(once, { add })).toEqual(once);
  expect(typeErrors(once)).toBe('');
  expect(await bench.remove(once, 'input-validation', 'problem-errors', 'config-env')).toEqual(files);
}, 120_000);

test('a draft is people’s from then on, and one that they edited stays when the feature goes', async () => {
  const files = host('orders-express');
  const once = await bench.run(files, request);
  const draft = 'src/platform/http/routes/post-orders.schema.ts';
  expect(once[draft]).toContain('customerId: z.string(),');
  const strict = once[draft]?.replace('customerId: z.string()', 'customerId: z.uuid()') ?? '';
  const edited = { ...once, [draft]: strict };
  expect(await bench.run(edited, request)).toEqual(edited);
  const left = await bench.remove(edited, ...FEATURES);
  expect(left).toEqual({ ...files, [draft]: strict });
});

test('every route is in the document, and what is registered in another way is named', async () => {
  const files = {
    ...host('orders-express'),
    'src/reports/reports-router.ts': `import { Router } from 'express';
export function reportsRouter(): Router {
  const router = Router();
  router.route('/daily/:day').post((request, response) => void response.json({ day: request.params.day }));
  return router;
}
`,
  };
  const composed = await bench.compose(files, request);
  if (composed.kind !== 'plan') throw new Error('no plan');
  const found = composed.changes.find(({ path }) => path.endsWith('openapi/found-routes.ts'));
  expect(found).toMatchObject({ text: expect.stringContaining("path: '/reports/daily/{day}'") });
  const notes = composed.notes.map(({ text }) => text).join('\n');
  expect(notes).toContain('POST /reports/daily/:day at `src/reports/reports-router.ts:4`');
});
