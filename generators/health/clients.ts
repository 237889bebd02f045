import { type Code, code } from '@joinery/kit';

/** How one kind of client is asked whether its other end is there. */
export interface ClientCheck {
  readonly name: string;
  /** A cache or a queue that is gone leaves most services able to answer. */
  readonly critical: boolean;
  readonly timeoutMs?: number;
  /** Evaluates to a promise, within an async function; of an expression that is the client. */
  readonly ask: (client: Code) => Code;
  /** The same for people to paste. */
  readonly snippet: string;
}

const select = (client: Code): Code => code`${client}.query('select 1')`;
const ping = (client: Code): Code => code`${client}.ping()`;

/** The database of a connection of mongoose's, which has none before it is open. */
export const pingMongoose = (db: Code): Code => code`{
      const db = ${db};
      if (db === undefined) throw new Error('not connected');
      await db.command({ ping: 1 });
    }`;

/** By the module that a client comes from. */
export const CLIENTS: Readonly<Record<string, ClientCheck>> = {
  '@prisma/client': {
    name: 'database',
    critical: true,
    ask: (client) => code`${client}.$queryRaw\`select 1\``,
    snippet: '() => client.$queryRaw`select 1`',
  },
  ioredis: { name: 'redis', critical: false, ask: ping, snippet: '() => client.ping()' },
  kafkajs: {
    name: 'kafka',
    critical: false,
    timeoutMs: 3_000,
    ask: (client) => code`{
      const admin = ${client}.admin();
      await admin.connect();
      await admin.describeCluster().finally(() => admin.disconnect());
    }`,
    snippet: '() => admin.describeCluster()',
  },
  knex: {
    name: 'database',
    critical: true,
    ask: (client) => code`${client}.raw('select 1')`,
    snippet: "() => knex.raw('select 1')",
  },
  mongodb: {
    name: 'mongodb',
    critical: true,
    ask: (client) => code`${client}.db().command({ ping: 1 })`,
    snippet: '() => client.db().command({ ping: 1 })',
  },
  mongoose: {
    name: 'mongodb',
    critical: true,
    ask: (client) => pingMongoose(code`${client}.db`),
    snippet: '() => connection.db?.command({ ping: 1 })',
  },
  mysql2: {
    name: 'mysql',
    critical: true,
    ask: (client) => code`${client}.promise().query('select 1')`,
    snippet: "() => pool.query('select 1')",
  },
  'mysql2/promise': { name: 'mysql', critical: true, ask: select, snippet: "() => pool.query('select 1')" },
  pg: { name: 'postgresql', critical: true, ask: select, snippet: "() => pool.query('select 1')" },
  redis: { name: 'redis', critical: false, ask: ping, snippet: '() => client.ping()' },
  sequelize: {
    name: 'database',
    critical: true,
    ask: (client) => code`${client}.authenticate()`,
    snippet: '() => sequelize.authenticate()',
  },
  typeorm: { name: 'database', critical: true, ask: select, snippet: "() => dataSource.query('select 1')" },
};
