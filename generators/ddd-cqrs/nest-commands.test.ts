import { Module } from '@nestjs/common';
import { CommandBus, CommandHandler, CqrsModule } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { ConflictError } from '../ddd-core/templates/domain/kernel/domain-error.ts';
import { createBus } from './templates/application/bus.ts';
import { NestCommands } from './templates/nest/application/nest-commands.ts';

/** With Nest's own bus, its handlers found by its own decorator, applied by hand. */
test('a command of a real Nest module passes the stages, in one transaction, and is told again when it was outrun', async () => {
  class PayOrder {
    readonly order: string;
    constructor(order: string) {
      this.order = order;
    }
  }
  const saved: string[] = [];
  let outruns = 2;
  class PayOrderHandler {
    async execute({ order }: PayOrder): Promise<string> {
      saved.push(order);
      if (order === 'broken') throw new Error('after save');
      outruns -= 1;
      if (outruns >= 0) throw new ConflictError('concurrency-conflict', 'Somebody was quicker.');
      return `paid ${order}`;
    }
  }
  CommandHandler(PayOrder)(PayOrderHandler);

  const bus = createBus<Record<never, never>>();
  const stages: string[] = [];
  bus.use('transaction', async ({ type }, next) => {
    const before = [...saved];
    stages.push(`begin ${type}`);
    try {
      return await next();
    } catch (error) {
      saved.splice(0, saved.length, ...before);
      throw error;
    }
  });
  bus.use('validate', async ({ input }, next) => {
    if (input instanceof PayOrder && input.order === '') throw new TypeError('which order?');
    return next();
  });

  class Orders {}
  Module({
    imports: [CqrsModule.forRoot()],
    providers: [
      PayOrderHandler,
      {
        provide: NestCommands,
        useFactory: (nest: CommandBus) => new NestCommands(nest, bus),
        inject: [CommandBus],
      },
    ],
  })(Orders);
  const module = await Test.createTestingModule({ imports: [Orders] }).compile();
  await module.init();
  const commands = module.get(NestCommands);
  await expect(commands.execute(new PayOrder('one'))).resolves.toBe('paid one');
  expect(stages).toEqual(['begin PayOrder', 'begin PayOrder', 'begin PayOrder']);
  expect(saved).toEqual(['one']);
  await expect(commands.execute(new PayOrder('broken'))).rejects.toThrow('after save');
  await expect(commands.execute(new PayOrder(''))).rejects.toThrow('which order?');
  expect(saved).toEqual(['one']);
  expect(stages).toHaveLength(4);
  await module.close();
});
