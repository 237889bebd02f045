import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect as connectNats } from '@nats-io/transport-node';
import { connect as connectAmqp } from 'amqplib';
import { startNats } from '../../tools/parts/nats.ts';
import { describeWith } from '../../tools/parts/parts.ts';
import { startRabbitMq } from '../../tools/parts/rabbitmq.ts';
import { createAmqpTransport } from './templates/messaging/amqp-transport.ts';
import type { CloudEvent } from './templates/messaging/envelope.ts';
import { createMessaging } from './templates/messaging/messaging.ts';
import { createNatsTransport } from './templates/messaging/nats-transport.ts';
import type { Transport, TransportOptions } from './templates/messaging/transport.ts';

/** A broker of the tests' own, and the transport over it. */
interface Broker {
  transport(options: Omit<TransportOptions, 'url'>, takes: boolean): Transport;
  /** Send something that is no event to where events are. */
  sendNonsense(): Promise<void>;
  /** Lose every connection. */
  disturb(): Promise<void>;
  stop(): Promise<void>;
}

async function nats(): Promise<Broker> {
  const server = await startNats();
  const connection = await connectNats({ servers: server.url, maxReconnectAttempts: -1 });
  const manager = await jetstreamManager(connection);
  await manager.streams.add({ name: 'EVENTS', subjects: ['com.example.>'] });
  return {
    transport: (options, takes) =>
      createNatsTransport({
        ...options,
        url: server.url,
        durable: 'lamps',
        stream: takes ? 'EVENTS' : undefined,
      }),
    sendNonsense: async () => void (await jetstream(connection).publish('com.example.odd', 'nonsense')),
    disturb: () => server.restart(),
    stop: async () => {
      await connection.close();
      await server.stop();
    },
  };
}

async function rabbitMq(): Promise<Broker> {
  const server = await startRabbitMq();
  return {
    transport: (options, takes) =>
      createAmqpTransport({
        ...options,
        url: server.url,
        exchange: 'events',
        queue: takes ? 'lamps' : undefined,
        pattern: 'com.example.#',
      }),
    sendNonsense: async () => {
      const connection = await connectAmqp(server.url);
      const channel = await connection.createConfirmChannel();
      channel.publish('events', 'com.example.odd', Buffer.from('nonsense'));
      await channel.waitForConfirms();
      await connection.close();
    },
    disturb: async () => server.dropConnections(),
    stop: () => server.stop(),
  };
}

const EVENT: CloudEvent = {
  specversion: '1.0',
  id: '1',
  source: '/doors',
  type: 'com.example.door.opened.v1',
  subject: 'désk %',
  time: '2026-01-01T00:00:00.000Z',
  datacontenttype: 'application/json',
  sequence: '3',
  data: { room: 'Küche', watts: 8 },
};

describe.each([
  ['nats', 'nats-server', nats],
  ['amqp', 'rabbitmq-server', rabbitMq],
] as const)('events over %s', (_, program, start) => {
  describeWith(program)('with a real broker', () => {
    let broker: Broker;
    const errors: string[] = [];
    const log = { error: (message: string) => void errors.push(message) };
    const open: Transport[] = [];

    beforeAll(async () => {
      broker = await start();
    });
    afterEach(async () => {
      for (const transport of open.splice(0)) await transport.close();
    });
    afterAll(() => broker.stop());

    /** A service that takes events, or one that only sends them. */
    async function service(source: string, mode: 'binary' | 'structured', takes: boolean) {
      const transport = broker.transport({ mode, timeoutMs: 5_000, log }, takes);
      const messaging = createMessaging({ source, typePrefix: 'com.example', remote: transport });
      transport.start(messaging.receive);
      open.push(transport);
      await until(() => works(transport));
      return { transport, messaging };
    }

    test('every event arrives as it was sent, in both forms, and not at its sender', async () => {
      const got: unknown[] = [];
      const { messaging } = await service('/lamps', 'binary', true);
      messaging.subscribe('com.example.door.', (event) => void got.push(event));
      const own: unknown[] = [];
      messaging.subscribe('com.example.lamp.', ({ id }) => void own.push(id));
      const sent = [
        { ...EVENT, id: 'binary' },
        { ...EVENT, id: 'structured' },
      ];
      await (await service('/doors', 'binary', false)).messaging.publish(sent[0] ?? EVENT);
      await (await service('/doors', 'structured', false)).messaging.publish(sent[1] ?? EVENT);
      await messaging.publish({ ...EVENT, id: 'own', source: '/lamps', type: 'com.example.lamp.lit.v1' });
      await until(() => got.length === 2);
      expect(got).toEqual(sent);
      expect(own).toEqual(['own']);
    });

    test('what fails comes again, what is no event does not, and a lost connection is found again', async () => {
      const got: string[] = [];
      let failures = 2;
      const { transport, messaging } = await service('/lamps', 'binary', true);
      messaging.subscribe('com.example.door.', ({ id }) => {
        if (id === 'failing' && failures > 0) {
          failures -= 1;
          throw new Error('the lamp is broken');
        }
        got.push(id);
      });
      const doors = await service('/doors', 'binary', false);
      await broker.sendNonsense();
      await doors.messaging.publish({ ...EVENT, id: 'failing' });
      await until(() => got.includes('failing'));
      expect(failures).toBe(0);
      expect(errors.filter((one) => one.includes('This is no CloudEvent'))).toHaveLength(1);
      expect(errors.some((one) => one.includes('the lamp is broken'))).toBe(true);

      await broker.disturb();
      await until(() => sent(doors.messaging.publish({ ...EVENT, id: 'later' })));
      await until(() => got.includes('later') && works(transport));
    });

    test('a broker that is away is an error to the sender and to the check, not to the start', async () => {
      const away = broker.transport({ mode: 'binary', timeoutMs: 300, log }, false);
      await expect(away.publish(EVENT)).rejects.toThrow('not connected');
      expect(() => away.check()).toThrow('not connected');
      await away.close();
    });
  });
});

function works(transport: Transport): boolean {
  try {
    transport.check();
    return true;
  } catch {
    return false;
  }
}

function sent(publishing: Promise<void>): Promise<boolean> {
  return publishing.then(
    () => true,
    () => false,
  );
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
