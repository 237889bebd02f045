import { strict as assert } from 'node:assert';
import { type AppError, badRequest } from '#host/errors/app-error';
import { z } from '#host/http/zod';
import { describe, it } from '#host/test';
import { checkBody, checkHeaders, checkSize } from './body.ts';
import { checker } from './input.ts';

const order = z.object({
  total: z.number().positive(),
  items: z.array(z.strictObject({ sku: z.string() })).min(1),
});

const check = checker({ body: order });
const ofBody = (body: unknown) => check({ params: {}, query: {}, body });

async function refusal(work: () => unknown): Promise<AppError> {
  let refused: unknown;
  try {
    await work();
  } catch (error) {
    refused = error;
  }
  assert.ok(refused instanceof badRequest('').constructor, 'it was not refused');
  return refused as AppError;
}

const pointers = async (body: unknown) =>
  (await refusal(() => ofBody(body))).faults.map(({ pointer }) => pointer);

describe('the validation of requests', () => {
  it('gives what the schema makes of a valid request', async () => {
    assert.deepEqual((await ofBody({ total: 1, items: [{ sku: 'a' }] })).body.items, [
      { sku: 'a' },
    ]);
  });

  it('names each fault by its place, and keys that nobody knows', async () => {
    assert.deepEqual(await pointers({ total: '1', items: [{ sku: 'a' }, {}] }), [
      '/body/total',
      '/body/items/1/sku',
    ]);
    assert.deepEqual(await pointers({ total: 1, items: [{ sku: 'a' }], admin: true, 'a/b': 1 }), [
      '/body/admin',
      '/body/a~1b',
    ]);
    assert.deepEqual(await pointers({ total: 1, items: [{ sku: 'a', price: 0 }] }), [
      '/body/items/0/price',
    ]);
  });

  it('refuses what reaches into prototypes, and what is nested too deeply', async () => {
    const { status, faults } = await refusal(() => checkBody(JSON.parse('{"a":{"__proto__":{}}}')));
    assert.equal(status, 400);
    assert.deepEqual(
      faults.map(({ pointer }) => pointer),
      ['/body/a/__proto__'],
    );
    const polluting = JSON.parse('{"constructor":{"prototype":{}}}');
    assert.equal((await refusal(() => checkBody(polluting))).status, 400);
    const deep = JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`);
    assert.equal((await refusal(() => checkBody(deep))).status, 400);
    checkBody({ constructor: 'Ferrari', nested: [{ deep: [1] }] });
  });

  it('refuses bodies that are too large, or no JSON', async () => {
    const json = { 'content-type': 'application/json' };
    const tooLarge = await refusal(() => checkHeaders({ ...json, 'content-length': '103425' }));
    assert.equal(tooLarge.status, 413);
    assert.equal((await refusal(() => checkSize('x'.repeat(103_425)))).status, 413);
    const xml = { 'content-type': 'text/xml', 'content-length': '10' };
    assert.equal((await refusal(() => checkHeaders(xml))).status, 415);
    checkHeaders({
      'content-type': 'application/merge-patch+json; charset=utf-8',
      'content-length': '1',
    });
    checkHeaders({});
  });
});
