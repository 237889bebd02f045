import {
  AckPolicy,
  type ConsumerMessages,
  type JsMsg,
  jetstream,
  jetstreamManager,
} from '@nats-io/jetstream';
import { connect, headers, type NatsConnection } from '@nats-io/transport-node';
import { type CloudEvent, InvalidCloudEvent } from './envelope.ts';
import { fromNats, toNats } from './nats-binding.ts';
import { delayAfter, reasonOf, type Transport, type TransportOptions } from './transport.ts';

export interface NatsOptions extends TransportOptions {
  /** The stream from which events are taken; none are without it. */
  readonly stream?: string | undefined;
  /** The name under which the stream remembers what this service has handled. */
  readonly durable: string;
}

type Receive = (event: CloudEvent) => Promise<void>;

/** Carry events over NATS JetStream: their types are their subjects, and a stream must be there that keeps them. */
export function createNatsTransport(options: NatsOptions): Transport {
  const { url, mode, timeoutMs, log } = options;
  let connection: NatsConnection | undefined;
  let incoming: ConsumerMessages | undefined;
  let starting: Promise<void> = Promise.resolve();
  let handling: Promise<void> = Promise.resolve();
  let closing = false;

  async function open(receive: Receive): Promise<void> {
    const opened = await connect({
      servers: url,
      waitOnFirstConnect: true,
      maxReconnectAttempts: -1,
      ignoreClusterUpdates: true,
    });
    connection = opened;
    while (options.stream !== undefined && !closing && incoming === undefined) {
      try {
        incoming = await take(opened, options.stream, options.durable);
        handling = handleAll(incoming, receive, log);
      } catch (error) {
        log.error(`messaging: nothing can be taken from ${options.stream}: ${reasonOf(error)}`);
        await new Promise((resolve) => setTimeout(resolve, delayAfter(1)));
      }
    }
  }

  return {
    publish: async (event) => {
      if (connection === undefined) throw new Error('NATS is not connected.');
      const { headers: fields, body } = toNats(event, mode);
      const list = headers();
      for (const [name, value] of Object.entries(fields)) list.set(name, value);
      // The stream leaves out what it has got already, for as long as it is told to remember.
      await jetstream(connection).publish(event.type, body, {
        ...{ headers: list, timeout: timeoutMs, msgID: `${event.source} ${event.id}` },
      });
    },
    start: (receive) => {
      starting = open(receive).catch((error: unknown) =>
        log.error(`messaging: ${reasonOf(error)}`),
      );
    },
    check: () => {
      if (connection === undefined || connection.isClosed())
        throw new Error('NATS is not connected.');
    },
    close: async () => {
      closing = true;
      if (connection === undefined) return;
      await starting;
      await incoming?.close();
      await handling;
      await connection.close();
    },
  };
}

/** Go on where this service was. */
async function take(
  connection: NatsConnection,
  stream: string,
  durable: string,
): Promise<ConsumerMessages> {
  const manager = await jetstreamManager(connection);
  await manager.consumers.add(stream, { durable_name: durable, ack_policy: AckPolicy.Explicit });
  const consumer = await jetstream(connection).consumers.get(stream, durable);
  return consumer.consume({ max_messages: 10 });
}

async function handleAll(
  messages: ConsumerMessages,
  receive: Receive,
  log: TransportOptions['log'],
): Promise<void> {
  for await (const message of messages) await handle(message, receive, log);
}

async function handle(
  message: JsMsg,
  receive: Receive,
  log: TransportOptions['log'],
): Promise<void> {
  try {
    await receive(fromNats({ headers: fieldsOf(message), body: message.string() }));
    message.ack();
  } catch (error) {
    log.error(`messaging: ${message.subject} could not be handled: ${reasonOf(error)}`);
    // What is no event never becomes one.
    if (error instanceof InvalidCloudEvent) message.term();
    else message.nak(delayAfter(message.info.deliveryCount));
  }
}

function fieldsOf({ headers: list }: JsMsg): Readonly<Record<string, string>> {
  const names = list?.keys() ?? [];
  return Object.fromEntries(names.map((name) => [name, list?.get(name) ?? '']));
}
