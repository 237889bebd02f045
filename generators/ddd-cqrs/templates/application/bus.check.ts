import { strict as assert } from 'node:assert';
import { describe, it } from '#host/test';
import { ConflictError } from '#source/domain/kernel/domain-error';
import { createBus } from './bus.ts';

type Types = {
  readonly 'lamp.light': { readonly input: { readonly lamp: string }; readonly result: number };
};

const outrun = () => new ConflictError('concurrency-conflict', 'Somebody else was quicker.');

describe('the bus', () => {
  it('brings a message to its one handler', async () => {
    const bus = createBus<Types>();
    bus.handle('lamp.light', async ({ lamp }) => lamp.length);
    assert.equal(await bus.send('lamp.light', { lamp: 'desk' }), 4);
    assert.throws(
      () => bus.handle('lamp.light', async () => 0),
      /lamp\.light is handled in \S+:\d+ and in \S+:\d+\.$/,
    );
    await assert.rejects(createBus<Types>().send('lamp.light', { lamp: 'desk' }), RangeError);
  });

  it('keeps the order of the stages', async () => {
    const bus = createBus<Types>();
    const seen: string[] = [];
    for (const stage of ['transaction', 'validate', 'authorize'] as const) {
      bus.use(stage, (_message, next) => {
        seen.push(stage);
        return next();
      });
    }
    bus.handle('lamp.light', async () => seen.push('handler'));
    await bus.send('lamp.light', { lamp: 'desk' });
    assert.deepEqual(seen, ['validate', 'authorize', 'transaction', 'handler']);
  });

  it('takes back what was saved when the handler fails afterwards', async () => {
    const bus = createBus<Types>();
    let saved: readonly string[] = [];
    bus.use('transaction', async (_message, next) => {
      const before = saved;
      try {
        return await next();
      } catch (error) {
        saved = before;
        throw error;
      }
    });
    bus.handle('lamp.light', async ({ lamp }) => {
      saved = [...saved, lamp];
      throw new Error('after save');
    });
    await assert.rejects(bus.send('lamp.light', { lamp: 'desk' }), /after save/);
    assert.deepEqual(saved, []);
  });
});

describe('the bus, when somebody else is quicker', () => {
  it('tries again three times, and then says so', async () => {
    const bus = createBus<Types>();
    let tries = 0;
    bus.handle('lamp.light', async () => {
      tries += 1;
      if (tries <= 3) throw outrun();
      return tries;
    });
    assert.equal(await bus.send('lamp.light', { lamp: 'desk' }), 4);
    tries = -10;
    await assert.rejects(bus.send('lamp.light', { lamp: 'desk' }), ConflictError);
    assert.equal(tries, -6);
  });

  it('does not try again when the sender has decided on a version, nor on any other error', async () => {
    const bus = createBus<Types>();
    let tries = 0;
    bus.handle('lamp.light', async ({ lamp }) => {
      tries += 1;
      throw lamp === 'desk' ? outrun() : new Error('broken');
    });
    await assert.rejects(
      bus.send('lamp.light', { lamp: 'desk' }, { expectedVersion: 1 }),
      ConflictError,
    );
    await assert.rejects(bus.send('lamp.light', { lamp: 'hall' }), /broken/);
    assert.equal(tries, 2);
  });
});
