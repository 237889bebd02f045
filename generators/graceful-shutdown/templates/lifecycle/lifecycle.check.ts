import { strict as assert } from 'node:assert';
import { describe, it } from '#host/test';
import { createLifecycle } from './lifecycle.ts';
import { shutdownSteps, startSteps } from './steps.ts';

describe('lifecycle', () => {
  it('announces first, then closes in reverse order, then flushes, each once', async () => {
    const ran: string[] = [];
    const log = (name: string) => () => ran.push(name);
    const lifecycle = createLifecycle({
      delayMs: 0,
      timeoutMs: 1_000,
      onStart: startSteps([
        { name: 'ready', stage: 'announce', run: log('ready') },
        { name: 'connect', run: log('connect') },
      ]),
      onShutdown: shutdownSteps([
        { name: 'flush', stage: 'flush', run: log('flush') },
        { name: 'database', stage: 'close', run: log('database') },
        { name: 'queue', stage: 'close', run: log('queue') },
        { name: 'unready', stage: 'announce', run: log('unready') },
      ]),
    });

    await lifecycle.started();
    await Promise.all([lifecycle.drain(), lifecycle.drain()]);
    await Promise.all([lifecycle.finish(), lifecycle.finish()]);

    assert.deepEqual(ran, ['connect', 'ready', 'unready', 'queue', 'database', 'flush']);
  });

  it('goes on after a step that fails', async () => {
    const logged: string[] = [];
    let flushed = false;
    const lifecycle = createLifecycle({
      delayMs: 0,
      timeoutMs: 1_000,
      onStart: [],
      onShutdown: shutdownSteps([
        { name: 'broken', stage: 'close', run: () => Promise.reject(new Error('no connection')) },
        { name: 'last', stage: 'flush', run: () => (flushed = true) },
      ]),
      log: (message) => logged.push(message),
    });

    await lifecycle.drain();
    await lifecycle.finish();

    assert.deepEqual(logged, ['step broken failed: no connection']);
    assert.equal(flushed, true);
  });

  it('flushes everything at once', async () => {
    const logged: string[] = [];
    let second = (): void => undefined;
    const lifecycle = createLifecycle({
      delayMs: 0,
      timeoutMs: 1_000,
      onStart: [],
      onShutdown: shutdownSteps([
        { name: 'one', stage: 'flush', run: () => new Promise<void>((done) => (second = done)) },
        { name: 'two', stage: 'flush', run: () => second() },
      ]),
      log: (message) => logged.push(message),
    });

    await lifecycle.drain();
    await lifecycle.finish();

    assert.deepEqual(logged, []);
  });
});
