import type { CommandBus, ICommand } from '@nestjs/cqrs';
import type { Bus, SendOptions } from '#source/application/bus';

/** What surrounds the handlers of the service. */
type Around = Pick<Bus<Record<never, never>>, 'around'>;

/**
 * Executes commands that Nest's own bus brings to their `@CommandHandler`, with the same around them as around every
 * command: validation, authorisation, one transaction, and again when somebody else was quicker.
 *
 * @example { provide: NestCommands, useFactory: (bus: CommandBus) => new NestCommands(bus, buses.commands), inject: [CommandBus] }
 */
export class NestCommands {
  readonly #bus: CommandBus;
  readonly #commands: Around;

  constructor(bus: CommandBus, commands: Around) {
    this.#bus = bus;
    this.#commands = commands;
  }

  /** Its type is the name of its class. */
  execute<Command extends ICommand, Result = unknown>(
    command: Command,
    options?: SendOptions,
  ): Promise<Result> {
    const message = { type: command.constructor.name, input: command };
    return this.#commands.around(message, () => this.#bus.execute(command), options);
  }
}
