import type { Signal } from './signal.ts';

const HANDLER_FILE = /(?:controller|handler|route|router|resolver)s?(?:[/.-]|$)/i;

const DATABASES = [
  'pg',
  'postgres',
  'mysql',
  'mysql2',
  'mariadb',
  'mongodb',
  'mongoose',
  'typeorm',
  '@nestjs/typeorm',
  'sequelize',
  'sequelize-typescript',
  'knex',
  'kysely',
  'drizzle-orm',
  '@mikro-orm/core',
  'prisma',
  '@prisma/client',
  'better-sqlite3',
  'sqlite3',
  'node:sqlite',
  '@libsql/client',
  'mssql',
  'oracledb',
  '@elastic/elasticsearch',
  '@aws-sdk/client-dynamodb',
] as const;

/** What a service keeps, sends on and models. */
export const DATA_SIGNALS = {
  database: { found: 'uses a database', missing: 'no database', packages: DATABASES },
  postgres: {
    found: 'uses PostgreSQL',
    missing: 'no PostgreSQL',
    packages: ['pg', 'postgres', 'pg-promise', '@nestjs/typeorm', 'slonik'],
    pattern: /\bpostgres(?:ql)?:\/\/|["'`]postgres["'`]/g,
  },
  redis: {
    found: 'uses Redis',
    missing: 'no Redis',
    packages: ['redis', 'ioredis', '@redis/client', 'iovalkey', 'bullmq', 'bull'],
  },
  'query-in-handler': {
    found: 'queries the database from a handler',
    missing: 'no query in a handler',
    pattern:
      /\.\s*(?:query|execute|findOne|findMany|findUnique|findById|createQueryBuilder|getRepository)\s*(?:<[^>\n]{0,60}>)?\s*\(/g,
    files: HANDLER_FILE,
  },
  'schema-synchronize': {
    found: 'lets the ORM change the schema at start',
    missing: 'the ORM does not change the schema',
    pattern: /\bsynchronize\s*:\s*true\b/g,
  },
  'tls-unverified': {
    found: 'accepts any certificate',
    missing: 'certificates are checked',
    pattern: /\brejectUnauthorized\s*:\s*false\b/g,
  },
  messaging: {
    found: 'sends messages',
    missing: 'no message broker',
    packages: [
      'kafkajs',
      '@confluentinc/kafka-javascript',
      'amqplib',
      'amqp-connection-manager',
      'nats',
      '@nats-io/transport-node',
      '@aws-sdk/client-sqs',
      '@aws-sdk/client-sns',
      '@google-cloud/pubsub',
      '@azure/service-bus',
      'mqtt',
      '@nestjs/microservices',
    ],
  },
  'personal-field': {
    found: 'handles personal data',
    missing: 'no field that looks like personal data',
    pattern:
      /\b(?:e-?mail|phone(?:Number)?|mobile|birth(?:day|date|Date)|dateOfBirth|iban|ssn|passport(?:No|Number)|first_?name|last_?name|street|postal_?code)\b["']?\s*[?!]?\s*:/gi,
  },
  entity: {
    found: 'models the domain in classes',
    missing: 'no entity',
    pattern: /\bclass\s+\w+(?:Entity|Aggregate|Service|Repository)\b|@Entity\s*\(/g,
  },
  'history-table': {
    found: 'keeps a history of changes',
    missing: 'no history of changes',
    pattern: /["'`]\w*_(?:history|audit|log)["'`]|\b(?:status_?changed_?at|previous_?status)\b/gi,
  },
} as const satisfies Readonly<Record<string, Signal>>;
