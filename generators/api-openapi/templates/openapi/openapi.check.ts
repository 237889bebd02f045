import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openapi } from '#host/openapi/openapi';
import { z } from '#host/openapi/zod';
import { describe, it } from '#host/test';
import { breakingChanges } from './breaking-changes.ts';
import { type ApiDocument, buildDocument } from './document.ts';
import type { Route } from './route.ts';

const place: Route = {
  method: 'post',
  path: '/v1/orders/{shop}',
  summary: 'Places an order',
  params: z.object({ shop: z.string() }),
  query: z.object({ dry: z.string().optional() }),
  body: z.object({ sku: z.string(), count: z.number().optional() }),
  responses: {
    201: { description: 'Placed', body: z.object({ id: z.string(), total: z.number() }) },
  },
};

const describing = (route: Partial<Route> = {}) =>
  buildDocument('orders', '1.0.0', [{ ...place, ...route }]);

describe('openapi.json', () => {
  it('is committed, and breaks no promise of the one before', () => {
    const { UPDATE_OPENAPI } = process.env;
    const file = ofService('openapi.json');
    const isEmpty = Object.keys(read(file).paths).length === 0;
    // Nothing is promised yet: the first run writes what there is.
    if (UPDATE_OPENAPI === '1' || isEmpty) write(file, openapi);
    const committed = read(file);
    assert.deepEqual(breakingChanges(committed, openapi), []);
    assert.deepEqual(
      JSON.parse(JSON.stringify(openapi.paths)),
      committed.paths,
      'openapi.json is out of date: run the tests once with UPDATE_OPENAPI=1, and review what changes',
    );
  });

  it('tells of every part of a route', () => {
    const [operation] = Object.values(describing().paths['/v1/orders/{shop}'] ?? {});
    assert.deepEqual(
      operation?.parameters?.map((one) => [one.in, one.name, one.required]),
      [
        ['path', 'shop', true],
        ['query', 'dry', false],
      ],
    );
    const body = JSON.stringify(operation?.requestBody);
    assert.match(body, /"required":\["sku"\]/);
    assert.deepEqual(Object.keys(operation?.responses ?? {}), ['201', 'default']);
    assert.throws(() => buildDocument('orders', '1', [place, place]), RangeError);
  });

  it('knows what would break callers, and what would not', () => {
    const body = (shape: Record<string, z.ZodType>) => ({ body: z.object(shape) });
    const answer = (shape: Record<string, z.ZodType>) => ({
      responses: { 201: { description: 'Placed', body: z.object(shape) } },
    });
    const changes = (route: Partial<Route>) => breakingChanges(describing(), describing(route));
    assert.deepEqual(changes({ path: '/v2/orders' }), ['POST /v1/orders/{shop} is gone']);
    assert.deepEqual(changes(body({ sku: z.string(), size: z.string() })), [
      'POST /v1/orders/{shop} requires size in its body',
    ]);
    assert.deepEqual(changes(answer({ id: z.string() })), [
      'POST /v1/orders/{shop} does not answer 201 with total any more',
    ]);
    assert.deepEqual(changes({ query: z.object({ page: z.string() }) }), [
      'POST /v1/orders/{shop} requires the parameter page',
    ]);
    assert.deepEqual(
      changes({ ...body({ sku: z.string(), note: z.string().optional() }), summary: 'Anew' }),
      [],
    );
    assert.deepEqual(changes(answer({ id: z.string(), total: z.number(), more: z.string() })), []);
  });
});

function read(file: string): ApiDocument {
  return JSON.parse(readFileSync(file, 'utf8')) as ApiDocument;
}

function write(file: string, document: ApiDocument): void {
  writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
}

/** A file of the service, wherever below its folder the tests are started: `cd dist && node --test`. */
function ofService(name: string, folder = process.cwd()): string {
  const file = join(folder, name);
  return existsSync(file) || dirname(folder) === folder ? file : ofService(name, dirname(folder));
}
