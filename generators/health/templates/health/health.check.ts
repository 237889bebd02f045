import { strict as assert } from 'node:assert';
import { describe, it } from '#host/test';
import { answer } from './answer.ts';
import { createHealth } from './health.ts';
import type { Check } from './run-checks.ts';

const failing: Check = {
  name: 'database',
  critical: true,
  check: () => Promise.reject(new Error('password is hunter2')),
};

async function probe(path: string, checks: readonly Check[], method = 'GET') {
  const health = createHealth({ cacheMs: 0, checks });
  health.markStarted();
  const answered = await answer(health, method, path);
  assert.ok(answered);
  return answered;
}

describe('health', () => {
  it('is not ready before it has started, nor once it is shutting down', async () => {
    const health = createHealth({ cacheMs: 0, checks: [] });
    assert.equal((await health.report('ready')).status, 'starting');
    health.markStarted();
    assert.equal((await health.report('ready')).status, 'ok');
    health.markShuttingDown();
    assert.equal((await health.report('ready')).status, 'shutting_down');
    assert.equal((await health.report('live')).status, 'ok');
  });

  it('is not ready when a critical check fails, and tells no secret', async () => {
    const { status, body } = await probe('/health/ready', [failing]);
    assert.equal(status, 503);
    assert.match(body, /"database":\{"status":"error"/);
    assert.doesNotMatch(body, /hunter2/);
  });

  it('stays ready, but says so, when another check fails', async () => {
    const { status, body } = await probe('/readyz?from=kubelet', [{ ...failing, critical: false }]);
    assert.equal(status, 200);
    assert.match(body, /^\{"status":"degraded"/);
  });

  it('counts a check that hangs as failed', async () => {
    const hanging: Check = {
      name: 'queue',
      critical: true,
      timeoutMs: 20,
      check: () => new Promise(() => undefined),
    };
    const { status, body } = await probe('/health', [hanging]);
    assert.equal(status, 503);
    assert.match(body, /"error":"TIMEOUT"/);
  });

  it('refuses other methods', async () => {
    assert.equal((await probe('/livez', [], 'POST')).status, 405);
  });
});
