import {
  type Code,
  code,
  contribute,
  dependency,
  type EnvVariable,
  from,
  instance,
  instanceOr,
  literal,
  type Statement,
  template,
} from '@joinery/kit';

export interface Options {
  readonly typePrefix: string;
  readonly mode: 'binary' | 'structured';
  readonly transport: 'http' | 'nats' | 'amqp';
}

/** How events leave the service and come to it. */
export interface Carrier {
  readonly statements: readonly Statement[];
  /** Evaluates to a `Publisher`, or to nothing. */
  readonly remote: Code;
}

const env = from('env', '#host/config/env');
const transport = instance('transport');

export function carrier(options: Options, service: string): Carrier {
  return options.transport === 'http' ? http(options) : broker(options, service);
}

function http({ mode }: Options): Carrier {
  const publisher = code`${from('createHttpPublisher', '#host/messaging/publisher')}({
    url: ${env}.MESSAGING_TARGET_URL,
    mode: ${literal(mode)},
    timeoutMs: ${env}.MESSAGING_TIMEOUT_MS,
  })`;
  return {
    remote: code`${env}.MESSAGING_TARGET_URL === undefined ? undefined : ${publisher}`,
    statements: [
      contribute('env.variables', {
        name: 'MESSAGING_TARGET_URL',
        type: 'url',
        optional: true,
        description: 'Where events are sent over HTTP; without it they stay in this process.',
      }),
    ],
  };
}

/** What differs between brokers. */
interface Broker {
  readonly packages: readonly Statement[];
  readonly files: readonly string[];
  readonly create: string;
  readonly variables: readonly EnvVariable[];
  /** Properties beside those that all brokers need. */
  readonly settings: Code;
}

function broker({ mode, transport: kind }: Options, service: string): Carrier {
  const { packages, files, create, variables, settings } =
    BROKERS[kind === 'nats' ? 'nats' : 'amqp'](service);
  return {
    remote: code`${transport}`,
    statements: [
      ...packages,
      ...files.map((name) => template(`messaging/${name}.ts`, `messaging/${name}.ts`)),
      ...variables.map((variable) => contribute('env.variables', variable)),
      contribute('platform.instances', {
        name: 'transport',
        value: code`${from(create, `#host/messaging/${kind}-transport`)}({
  url: ${env}.MESSAGING_BROKER_URL,
  mode: ${literal(mode)},
  timeoutMs: ${env}.MESSAGING_TIMEOUT_MS,
  log: ${instanceOr('logger', code`console`)},
${settings}})`,
      }),
      contribute('process.start', {
        name: 'messaging',
        run: code`() => ${transport}.start(${instance('messaging')}.receive)`,
      }),
      contribute('process.shutdown', {
        name: 'messaging',
        stage: 'close',
        run: code`() => ${transport}.close()`,
      }),
      contribute('health.checks', {
        name: 'messaging',
        critical: false,
        check: code`() => ${transport}.check()`,
      }),
    ],
  };
}

function url(port: string): EnvVariable {
  return {
    name: 'MESSAGING_BROKER_URL',
    type: 'url',
    default: port,
    developmentOnly: true,
    secret: true,
    description: 'Where the broker is, with user and password.',
  };
}

const BROKERS: Readonly<Record<'nats' | 'amqp', (service: string) => Broker>> = {
  nats: (service) => ({
    packages: [dependency('@nats-io/transport-node', '^3.0.0'), dependency('@nats-io/jetstream', '^3.0.0')],
    files: ['nats-binding', 'nats-transport', 'transport'],
    create: 'createNatsTransport',
    variables: [
      url('nats://localhost:4222'),
      {
        name: 'MESSAGING_STREAM',
        type: 'string',
        optional: true,
        description: 'The stream of JetStream from which events are taken; none are without it.',
      },
    ],
    settings: code`  stream: ${env}.MESSAGING_STREAM,
  durable: ${literal(service.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+/, ''))},
`,
  }),
  amqp: (service) => ({
    packages: [dependency('amqplib', '^2.0.0')],
    files: ['amqp-binding', 'amqp-consumer', 'amqp-transport', 'transport'],
    create: 'createAmqpTransport',
    variables: [
      url('amqp://guest:guest@localhost:5672'),
      {
        name: 'MESSAGING_EXCHANGE',
        type: 'string',
        default: 'events',
        description: 'The topic exchange to which events are sent; made where it is missing.',
      },
      {
        name: 'MESSAGING_QUEUE',
        type: 'string',
        optional: true,
        description: `The queue from which events are taken, such as \`${service}\`; none are without it.`,
      },
      {
        name: 'MESSAGING_PATTERN',
        type: 'string',
        default: '#',
        description: 'Which types of events the queue gets, as a pattern of routing keys.',
      },
    ],
    settings: code`  exchange: ${env}.MESSAGING_EXCHANGE,
  queue: ${env}.MESSAGING_QUEUE,
  pattern: ${env}.MESSAGING_PATTERN,
`,
  }),
};
