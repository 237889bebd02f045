import { strict as assert } from 'node:assert';
import type { CommandBus } from '@nestjs/cqrs';
import { describe, it } from '#host/test';
import { createBus } from '#source/application/bus';
import { ConflictError } from '#source/domain/kernel/domain-error';
import { NestCommands } from './nest-commands.ts';

class LightLamp {
  readonly lamp = 'desk';
}

describe('commands of Nest', () => {
  it('pass what is around all commands, and are handled again when they were outrun', async () => {
    const seen: string[] = [];
    const execute = async ({ lamp }: LightLamp) => {
      seen.push(lamp);
      if (seen.length < 4) throw new ConflictError('concurrency-conflict', 'Somebody was quicker.');
      return lamp.length;
    };
    const bus = createBus<Record<never, never>>();
    bus.use('transaction', ({ type }, next) => {
      seen.push(type);
      return next();
    });
    const commands = new NestCommands({ execute } as unknown as CommandBus, bus);
    assert.equal(await commands.execute(new LightLamp()), 4);
    assert.deepEqual(seen, ['LightLamp', 'desk', 'LightLamp', 'desk']);
    seen.length = 0;
    await assert.rejects(commands.execute(new LightLamp(), { expectedVersion: 1 }), ConflictError);
  });
});
