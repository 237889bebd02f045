import { strict as assert } from 'node:assert';
import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, it } from '#host/test';
import {
  addToContext,
  bindToContext,
  createContext,
  REQUEST_ID,
  requestContext,
  requestOrigin,
  runInContext,
} from './request-context.ts';

const from = (headers: Readonly<Record<string, string>>) => createContext((name) => headers[name]);

describe('the context of a request', () => {
  it('takes an id from outside only when it is well formed', () => {
    assert.equal(from({ [REQUEST_ID]: 'a1b2-c3d4' }).requestId, 'a1b2-c3d4');
    for (const forged of [
      'short',
      'a1b2-c3d4\nadmin: true',
      'a1b2 c3d4',
      '<script>1234',
      'a'.repeat(65),
    ])
      assert.match(from({ [REQUEST_ID]: forged }).requestId, /^[\da-f]{8}-[\da-f-]{27}$/);
    assert.equal(from({ traceparent: 'whatever' }).traceparent, undefined);
  });

  it('is there for everything that a request sets off, and for nothing else', async () => {
    const seen = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        runInContext(from({ [REQUEST_ID]: `request-${index}` }), async () => {
          await wait(index % 7);
          addToContext({ actor: `actor-${index}` });
          await wait(index % 3);
          return { index, ...requestOrigin() };
        }),
      ),
    );
    for (const { index, correlationId, actor } of seen) {
      assert.equal(correlationId, `request-${index}`);
      assert.equal(actor, `actor-${index}`);
    }
    assert.equal(requestContext(), undefined);
    assert.deepEqual(requestOrigin(), {});
  });

  it('is there for the listeners of what belongs to the request', () => {
    const body = new EventEmitter();
    const context = from({});
    const seen: unknown[] = [];
    body.on('data', () => seen.push(requestContext()));
    bindToContext(context, body);
    assert.equal(body.emit('data'), true);
    assert.deepEqual(seen, [context]);
  });
});
