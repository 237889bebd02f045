import { Ajv } from 'ajv';
import { fastify } from 'fastify';
import { AppError } from '#host/errors/app-error';
import { routeSchemas } from '../fastify/http/route-schemas.ts';
import { ajvSchema } from './ajv-schema.ts';
import { checker } from './input.ts';
import { unknownKeys } from './json-schema.ts';

const PLACE_ORDER = {
  type: 'object',
  required: ['sku'],
  properties: {
    sku: { type: 'string' },
    lines: { type: 'array', items: { type: 'object', properties: { count: { type: 'integer' } } } },
    labels: { type: 'object', properties: {}, additionalProperties: { type: 'string' } },
    either: { anyOf: [{ type: 'string' }, { type: 'object', properties: { id: {} } }] },
  },
  patternProperties: { '^x-': {} },
} as const;

test('keys that a schema does not know are named, unless it leaves that open', () => {
  const keysOf = (value: unknown) =>
    unknownKeys(value, PLACE_ORDER, '').map(({ pointer }) => pointer);
  const open = { 'x-a': 1, labels: { any: 'thing' }, either: { more: 1 } };
  expect(keysOf({ sku: 'a', ...open })).toEqual([]);
  expect(keysOf({ sku: 'a', 'a/b': 1, lines: [{ count: 1 }, { count: 1, price: 2 }] })).toEqual([
    '/a~1b',
    '/lines/1/price',
  ]);
  expect(keysOf('no object')).toEqual([]);
});

test('what ajv has compiled checks requests as any other schema does', async () => {
  const check = checker({ body: ajvSchema(new Ajv().compile<{ sku: string }>(PLACE_ORDER)) });
  const valid = await check({ params: {}, query: {}, body: { sku: 'a' } });
  expect(valid.body.sku).toBe('a');
  const bad = check({ params: {}, query: {}, body: { lines: [{ count: 'x' }], admin: true } });
  await expect(bad).rejects.toMatchObject({
    status: 400,
    faults: [{ pointer: '/body/admin' }, { pointer: '/body/sku' }],
  });
});

describe('routes of Fastify with schemas of their own', () => {
  async function post(strict: boolean, payload: string, query = '') {
    const app = fastify();
    app.setErrorHandler((error, _request, reply) => {
      const faults = error instanceof AppError ? (error.faults ?? []) : [];
      return reply.code(error instanceof AppError ? error.status : 500).send(faults);
    });
    routeSchemas({ strict })(app);
    const querystring = { type: 'object', properties: { dry: { type: 'boolean' } } };
    app.post('/', { schema: { body: PLACE_ORDER, querystring } }, async ({ body }) => body);
    const headers = { 'content-type': 'application/json' };
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: `/${query}`,
      headers,
      payload,
    });
    return [statusCode, JSON.parse(body)];
  }

  it('are strict where that is asked for', async () => {
    expect(await post(true, '{"sku":"a"}', '?dry=true')).toEqual([200, { sku: 'a' }]);
    expect(await post(true, '{"sku":"a","admin":true}', '?debug=1')).toEqual([
      400,
      [
        { pointer: '/query/debug', detail: 'This is not known here.' },
        { pointer: '/body/admin', detail: 'This is not known here.' },
      ],
    ]);
    expect(await post(false, '{"sku":"a","admin":true}')).toEqual([200, { sku: 'a', admin: true }]);
  });

  it('see no body that is nested too deeply, whatever is asked for', async () => {
    const deep = `{"sku":"a","x-deep":${'['.repeat(30)}${']'.repeat(30)}}`;
    expect((await post(false, deep))[0]).toBe(400);
  });
});
