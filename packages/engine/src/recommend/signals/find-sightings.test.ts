import { findSightings } from './find-sightings.ts';
import { SIGNALS } from './signals.ts';
import { withoutComments } from './without-comments.ts';

function sightings(name: string, text: string, file = 'src/orders.ts') {
  const signal = SIGNALS[name];
  if (signal === undefined) throw new Error(`no signal ${name}`);
  return findSightings(signal, [{ file, text: withoutComments(text) }], {});
}

test.each([
  ['listens', 'app\n  .listen(3000)', 'src/orders.ts:2'],
  ['listens', 'serve({ fetch: app.fetch })', 'src/orders.ts:1'],
  ['signal-handler', "process.once('SIGTERM', stop)", 'src/orders.ts:1'],
  ['signal-handler', 'app.enableShutdownHooks()', 'src/orders.ts:1'],
  ['env-read', 'const port = process.env.PORT', 'src/orders.ts:1'],
  ['env-schema', 'export const env = schema.parse(process.env)', 'src/orders.ts:1'],
  ['env-schema', "import { cleanEnv } from 'envalid'", 'src/orders.ts:1'],
  ['console-call', "console.error('no')", 'src/orders.ts:1'],
  ['logger', "import pino from 'pino'", 'src/orders.ts:1'],
  ['metrics-client', "import { register } from 'prom-client'", 'src/orders.ts:1'],
  ['tracing-client', "import { NodeSDK } from '@opentelemetry/sdk-node'", 'src/orders.ts:1'],
  ['interval-job', 'setInterval(clean, 1000)', 'src/orders.ts:1'],
  ['secret-literal', "const jwtSecret = 'hunter2hunter2'", 'src/orders.ts:1'],
  ['secret-literal', "secret: process.env.JWT_SECRET || 'change-me'", 'src/orders.ts:1'],
  ['secret-literal', 'const password = request.password', undefined],
  ['route', "router.get('/orders/:id', show)", 'src/orders.ts:1'],
  ['route', '@Get()\n show() {}', 'src/orders.ts:1'],
  ['route', "map.get('orders')", undefined],
  ['post-route', "app.post('/orders', create)", 'src/orders.ts:1'],
  ['health-route', "app.get('/healthz', ok)", 'src/orders.ts:1'],
  ['health-route', "app.get('/wealth', ok)", undefined],
  ['security-headers', "import helmet from 'helmet'", 'src/orders.ts:1'],
  ['security-headers', "import { secureHeaders } from 'hono/secure-headers'", 'src/orders.ts:1'],
  ['rate-limiter', "import limit from 'express-rate-limit'", 'src/orders.ts:1'],
  ['auth-route', "router.post('/auth/login', login)", 'src/orders.ts:1'],
  ['admin-route', "router.delete('/orders/:id', remove)", 'src/orders.ts:1'],
  ['body-read', 'const { sku } = req.body;', 'src/orders.ts:1'],
  ['body-read', 'const order = await c.req.json()', 'src/orders.ts:1'],
  ['body-read', 'create(@Body() order: NewOrder) {}', 'src/orders.ts:1'],
  ['body-schema', "import { z } from 'zod'", 'src/orders.ts:1'],
  ['error-message-sent', 'res.status(500).json({ error: err.message })', 'src/orders.ts:1'],
  ['error-message-sent', 'ctx.body = { error: error.message }', 'src/orders.ts:1'],
  ['error-message-sent', 'log.error(err.message)', undefined],
  [
    'error-handler',
    'app.use((err: Error, req: Request, res: Response, next: NextFunction) => {})',
    'src/orders.ts:1',
  ],
  ['error-handler', 'app.setErrorHandler(fail)', 'src/orders.ts:1'],
  ['trust-proxy-all', "app.set('trust proxy', true)", 'src/orders.ts:1'],
  ['trust-proxy-all', "app.set('trust proxy', 1)", undefined],
  ['token-check', 'const token = req.headers.authorization', 'src/orders.ts:1'],
  ['role-check', "if (user.role !== 'admin') return", 'src/orders.ts:1'],
  ['api-document', "import { SwaggerModule } from '@nestjs/swagger'", 'src/orders.ts:1'],
  ['outbound-call', 'await fetch(url)', 'src/orders.ts:1'],
  ['outbound-call', 'await repository.fetch(url)', undefined],
  ['outbound-timeout', 'fetch(url, { signal: AbortSignal.timeout(500) })', 'src/orders.ts:1'],
  ['database', "import { PrismaClient } from '@prisma/client'", 'src/orders.ts:1'],
  ['postgres', "import pg from 'pg'", 'src/orders.ts:1'],
  ['redis', "import Redis from 'ioredis'", 'src/orders.ts:1'],
  ['schema-synchronize', 'synchronize: true,', 'src/orders.ts:1'],
  ['tls-unverified', 'ssl: { rejectUnauthorized: false }', 'src/orders.ts:1'],
  ['messaging', "import { Kafka } from 'kafkajs'", 'src/orders.ts:1'],
  ['personal-field', 'interface Customer { email: string }', 'src/orders.ts:1'],
  ['entity', 'export class OrderEntity {}', 'src/orders.ts:1'],
  ['history-table', "table: 'order_history'", 'src/orders.ts:1'],
])('%s in `%s`: %s', (name, text, place) => {
  expect(sightings(name, text)).toEqual(place === undefined ? [] : [place]);
});

test('a query counts only in a file of handlers, a read of the environment only outside a file of settings', () => {
  expect(sightings('query-in-handler', 'db.query(sql)', 'src/store.ts')).toEqual([]);
  expect(sightings('query-in-handler', 'db.query(sql)', 'src/orders.controller.ts')).toHaveLength(1);
  expect(sightings('env-read', 'process.env.PORT', 'src/config/index.ts')).toEqual([]);
});

test('comments show nothing, and text after them keeps its line', () => {
  expect(sightings('listens', '// app.listen(1)\n/* app.listen(2)\n */ app.listen(3)')).toEqual([
    'src/orders.ts:3',
  ]);
  expect(sightings('listens', "const url = 'http://localhost'; app.listen(3)")).toHaveLength(1);
});

test('a declared dependency is a sighting even where no file near the entry imports it', () => {
  const signal = SIGNALS['rate-limiter'] ?? { found: '', missing: '' };
  expect(findSightings(signal, [], { '@nestjs/throttler': {} })).toEqual([
    'package.json#dependencies.@nestjs/throttler',
  ]);
});

test.each(Object.entries(SIGNALS))(
  'the pattern of %s is global, and quick on long lines',
  (_, { pattern }) => {
    if (pattern === undefined) return expect(pattern).toBeUndefined();
    expect(pattern.flags).toContain('g');
    const long = 'password error.message(, (err: a, b '.repeat(5000);
    const start = process.cpuUsage();
    [...long.matchAll(pattern)];
    return expect(process.cpuUsage(start).user / 1_000).toBeLessThan(2_000);
  },
);
