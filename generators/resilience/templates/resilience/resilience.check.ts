import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import { BrokenCircuitError, BulkheadRejectedError, TaskCancelledError } from 'cockatiel';
import { describe, it } from '#host/test';
import { createResilience } from './resilience.ts';
import { resilientFetch } from './resilient-fetch.ts';
import { createRetryBudget } from './retry-budget.ts';

const SETTINGS = { backoffMs: 1, openMs: 50, timeoutMs: 5_000 };

/** An upstream that answers as it is told, and counts. */
function upstream(answer: (call: number) => Promise<Response>, settings = {}) {
  const calls: string[] = [];
  const client = createResilience({ ...SETTINGS, ...settings }).client('upstream');
  const send = resilientFetch(client, (_url, init) => {
    calls.push(init?.method ?? 'GET');
    return answer(calls.length);
  });
  return { calls, client, get: () => send('http://upstream/'), send };
}

const isOk = (response: Response) => response.ok;
const dead = () => Promise.reject(new TypeError('fetch failed'));
const status = (code: number, headers = {}) =>
  Promise.resolve(new Response('', { status: code, headers }));

describe('calls to an upstream', () => {
  it('do not go on when it is dead, and do again once it is back', async () => {
    let isDead = true;
    const answer = () => (isDead ? dead() : status(200));
    const { calls, client, get } = upstream(answer, { openMs: 1_000 });
    const errors: unknown[] = [];
    for (let call = 0; call < 10; call += 1)
      await get().catch((error: unknown) => errors.push(error));
    assert.equal(errors.length, 10);
    assert.ok(calls.length <= 5, `${calls.length} calls got through`);
    assert.ok(errors.at(-1) instanceof BrokenCircuitError);
    assert.equal(client.readings().circuit, 2);
    isDead = false;
    while (!(await get().then(isOk, () => false))) await wait(20);
    assert.equal(client.readings().circuit, 0);
  });

  it('are repeated only when that is safe', async () => {
    const { calls, send } = upstream(() => status(503));
    assert.equal((await send('http://upstream/', { method: 'POST' })).status, 503);
    assert.deepEqual(calls, ['POST']);
    assert.equal((await send('http://upstream/', { method: 'PUT', body: 'x' })).status, 503);
    assert.deepEqual(calls, ['POST', 'PUT', 'PUT', 'PUT']);
  });

  it('wait as long as the upstream asks, if that is not too long', async () => {
    const soon = upstream((call) =>
      call === 1 ? status(429, { 'retry-after': '0' }) : status(200),
    );
    assert.equal((await soon.get()).status, 200);
    const late = upstream(() => status(503, { 'retry-after': '3600' }));
    assert.equal((await late.get()).status, 503);
    assert.equal(late.calls.length, 1);
    assert.equal((await upstream(() => status(404)).get()).status, 404);
  });

  it('end in time, and tell the upstream to stop', async () => {
    const signals: AbortSignal[] = [];
    const client = createResilience({ ...SETTINGS, timeoutMs: 20 }).client('slow');
    const hanging = client.call(
      (signal) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
      { repeatable: false },
    );
    await assert.rejects(hanging, TaskCancelledError);
    assert.equal(signals[0]?.aborted, true);
  });
});

describe('the caller of an upstream', () => {
  it('can still read the answer, and leave while it does', async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    const caller = new AbortController();
    const send = resilientFetch(createResilience(SETTINGS).client('upstream'), (_url, init) => {
      signals.push(init?.signal);
      return status(200);
    });
    await send('http://upstream/', { signal: caller.signal });
    assert.equal(signals[0]?.aborted, false);
    caller.abort();
    assert.equal(signals[0]?.aborted, true);
  });

  it('can leave before that, which is not the upstream’s fault', async () => {
    const { calls, client, send } = upstream(() => new Promise(() => undefined), { failures: 1 });
    const caller = new AbortController();
    const asked = send('http://upstream/', { signal: caller.signal });
    caller.abort(new Error('gone'));
    await assert.rejects(asked, { message: 'gone' });
    assert.deepEqual([calls.length, client.readings().circuit], [1, 0]);
  });
});

describe('the limits of calls to an upstream', () => {
  it('keep the number of calls at a time, and that is not the upstream’s fault', async () => {
    const { client, get } = upstream(() => wait(20).then(() => status(200)), {
      concurrent: 1,
      queued: 1,
      failures: 1,
    });
    const outcomes = await Promise.allSettled([get(), get(), get()]);
    assert.deepEqual(outcomes.map((one) => one.status).sort(), [
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
    const refused = outcomes.find((one) => one.status === 'rejected');
    assert.ok(refused?.status === 'rejected' && refused.reason instanceof BulkheadRejectedError);
    assert.deepEqual([client.readings().circuit, client.readings().rejections], [0, 1]);
  });

  it('keep repetitions to a tenth of the calls', () => {
    const budget = createRetryBudget(0.1, 1);
    assert.deepEqual([budget.take(), budget.take()], [true, false]);
    for (let call = 0; call < 11; call += 1) budget.add();
    assert.deepEqual([budget.take(), budget.take()], [true, false]);
  });
});
