import { type Bus, createBus, type Middleware } from './bus.ts';
import { registerHandlers } from './handlers.ts';
import type { Commands, Queries } from './messages.ts';

/** How the rest of the service tells this one's application to do something, and asks it. */
export interface Buses {
  readonly commands: Bus<Commands>;
  readonly queries: Bus<Queries>;
}

/** @param transaction does all of the work or nothing */
export function createBuses(transaction?: <T>(work: () => Promise<T>) => Promise<T>): Buses {
  const buses: Buses = { commands: createBus<Commands>(), queries: createBus<Queries>(0) };
  const atomic: Middleware = (_message, next) => (transaction ? transaction(next) : next());
  buses.commands.use('transaction', atomic);
  registerHandlers(buses);
  return buses;
}
