import type { Channel, ConsumeMessage } from 'amqplib';
import { fromAmqp } from './amqp-binding.ts';
import { type CloudEvent, InvalidCloudEvent } from './envelope.ts';
import { delayAfter, reasonOf } from './transport.ts';

export interface AmqpConsumerOptions {
  readonly exchange: string;
  /** The queue from which events are taken; made where it is missing. */
  readonly queue: string;
  /** Which types the queue gets: `com.example.orders.#`. */
  readonly pattern: string;
  readonly receive: (event: CloudEvent) => Promise<void>;
  readonly log: { error(message: string): void };
}

/** Messages that the broker sends before the first one is done. */
const AHEAD = 10;

/** Take events from a queue, one after the other. Returns what finishes the one that is being handled, and takes no more. */
export async function consume(
  channel: Channel,
  options: AmqpConsumerOptions,
): Promise<() => Promise<void>> {
  const { exchange, queue, pattern } = options;
  let handling: Promise<void> = Promise.resolve();
  let failures = 0;
  let stop: () => void = () => undefined;
  let stopped = false;
  const stopping = new Promise<void>((resolve) => {
    stop = resolve;
  });

  async function take(message: ConsumeMessage): Promise<void> {
    if (stopped) return;
    const outcome = await handle(message, options);
    failures = outcome === 'again' ? failures + 1 : 0;
    if (outcome === 'again') await Promise.race([pause(delayAfter(failures)), stopping]);
    settle(channel, message, outcome);
  }

  await channel.assertQueue(queue, { durable: true });
  await channel.bindQueue(queue, exchange, pattern);
  await channel.prefetch(AHEAD);
  await channel.consume(queue, (message) => {
    if (message !== null) handling = handling.then(() => take(message));
  });
  return async () => {
    stopped = true;
    stop();
    await handling;
  };
}

type Outcome = 'done' | 'again' | 'hopeless';

async function handle(
  { properties, content, fields }: ConsumeMessage,
  { receive, log }: AmqpConsumerOptions,
): Promise<Outcome> {
  const { contentType = '', headers = {} } = properties;
  try {
    await receive(fromAmqp({ contentType, headers, content: content.toString() }));
    return 'done';
  } catch (error) {
    log.error(`messaging: ${fields.routingKey} could not be handled: ${reasonOf(error)}`);
    // What is no event never becomes one: it goes where the queue sends its dead letters.
    return error instanceof InvalidCloudEvent ? 'hopeless' : 'again';
  }
}

function settle(channel: Channel, message: ConsumeMessage, outcome: Outcome): void {
  try {
    if (outcome === 'done') channel.ack(message);
    else channel.nack(message, false, outcome === 'again');
  } catch {
    // A channel that was lost has given its messages back already.
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
