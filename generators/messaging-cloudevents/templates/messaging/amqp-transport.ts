import { type ChannelModel, type ConfirmChannel, connect } from 'amqplib';
import { toAmqp } from './amqp-binding.ts';
import { consume } from './amqp-consumer.ts';
import type { CloudEvent } from './envelope.ts';
import { delayAfter, reasonOf, type Transport, type TransportOptions } from './transport.ts';

export interface AmqpOptions extends TransportOptions {
  /** The topic exchange to which events are sent; made where it is missing. */
  readonly exchange: string;
  /** The queue from which events are taken; none are without it. */
  readonly queue?: string | undefined;
  /** Which types the queue gets: `com.example.orders.#`. */
  readonly pattern: string;
}

interface Link {
  readonly connection: ChannelModel;
  readonly sending: ConfirmChannel;
  /** Finish the event that is being handled, and take no more. */
  readonly finish: () => Promise<void>;
}

type Receive = (event: CloudEvent) => Promise<void>;

/** Carry events over RabbitMQ and other brokers of AMQP 0.9.1: an event's type is its routing key. */
export function createAmqpTransport(options: AmqpOptions): Transport {
  const { exchange, mode, timeoutMs, log } = options;
  let link: Link | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let closing = false;

  async function open(receive: Receive): Promise<void> {
    try {
      link = await openLink(options, receive, () => {
        link = undefined;
        again(receive);
      });
      failures = 0;
      if (closing) await link.connection.close();
    } catch (error) {
      log.error(`messaging: ${reasonOf(error)}`);
      again(receive);
    }
  }

  function again(receive: Receive): void {
    if (closing) return;
    failures += 1;
    clearTimeout(timer);
    timer = setTimeout(open, delayAfter(failures), receive);
  }

  function connected(): Link {
    if (link === undefined) throw new Error('The broker is not connected.');
    return link;
  }

  return {
    publish: async (event) => {
      const { contentType, headers, content } = toAmqp(event, mode);
      const about = { contentType, headers, messageId: event.id, type: event.type };
      const { sending } = connected();
      await withinTime(timeoutMs, (done) =>
        sending.publish(
          exchange,
          event.type,
          Buffer.from(content),
          { ...about, persistent: true },
          done,
        ),
      );
    },
    start: (receive) => void open(receive),
    check: () => void connected(),
    close: async () => {
      closing = true;
      clearTimeout(timer);
      await link?.finish();
      await link?.connection.close().catch(() => undefined);
    },
  };
}

async function openLink(options: AmqpOptions, receive: Receive, lost: () => void): Promise<Link> {
  const { url, exchange, queue, pattern, timeoutMs, log } = options;
  const connection = await connect(url, { timeout: timeoutMs });
  const report = (error: Error): void => log.error(`messaging: ${error.message}`);
  connection.on('error', report).on('close', lost);
  try {
    const sending = await connection.createConfirmChannel();
    sending.on('error', report);
    await sending.assertExchange(exchange, 'topic', { durable: true });
    const taking = await connection.createChannel();
    taking.on('error', report);
    const finish =
      queue === undefined
        ? async () => undefined
        : await consume(taking, { exchange, queue, pattern, receive, log });
    return { connection, sending, finish };
  } catch (error) {
    await connection.close().catch(() => undefined);
    throw error;
  }
}

/** Resolves once the broker has confirmed. */
function withinTime(
  milliseconds: number,
  send: (done: (error: unknown) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('The broker did not confirm in time.')),
      milliseconds,
    );
    send((error) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve();
    });
  });
}
