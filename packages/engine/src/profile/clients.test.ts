import { findClients } from './clients.ts';

const found = (text: string, file = 'src/db.ts') =>
  findClients([
    { file: 'src/main.ts', text: '' },
    { file, text },
  ]).map((each) => `${each.package} ${each.name} ${each.evidence}`);

test.each([
  ["import { Pool } from 'pg';\nexport const pool = new Pool({ max: 5 });\n", 'pg pool src/db.ts:2'],
  ["import pg from 'pg';\nexport const db: pg.Pool = new pg.Pool();\n", 'pg db src/db.ts:2'],
  [
    'import * as mysql from "mysql2/promise";\nexport const pool = mysql.createPool(url);\n',
    'mysql2/promise pool src/db.ts:2',
  ],
  ["import { createPool } from 'mysql2';\nexport const pool = createPool(url);\n", 'mysql2 pool src/db.ts:2'],
  [
    "import { createClient } from 'redis';\nexport const cache = await createClient({ url });\n",
    'redis cache src/db.ts:2',
  ],
  [
    "import Redis from 'ioredis';\nconst redis = new Redis();\nexport { redis };\n",
    'ioredis redis src/db.ts:2',
  ],
  [
    "import { MongoClient } from 'mongodb';\nconst c = new MongoClient(url);\nexport { c as mongo, url };\n",
    'mongodb mongo src/db.ts:2',
  ],
  [
    "import { PrismaClient } from '../generated/prisma/client.js';\nexport const prisma = new PrismaClient();\n",
    '@prisma/client prisma src/db.ts:2',
  ],
  [
    "import mongoose from 'mongoose';\nexport const archive = mongoose.createConnection(url);\n",
    'mongoose archive src/db.ts:2',
  ],
  ["import { Kafka } from 'kafkajs';\nexport const kafka = new Kafka({});\n", 'kafkajs kafka src/db.ts:2'],
  ["import knex from 'knex';\nexport const db = knex(config);\n", 'knex db src/db.ts:2'],
])('%s has a client', (text, client) => {
  expect(found(text)).toEqual([client]);
});

test.each([
  ["import { Pool } from 'generic-pool';\nexport const pool = new Pool();\n"],
  ["import { Pool } from 'pg';\nconst pool = new Pool();\n"],
  ["import { Pool } from 'pg';\nexport const pool: Pool | undefined = new Pool();\n"],
  ["import { Pool } from 'pg';\nexport let pool = new Pool();\n"],
  ["import { Pool } from 'pg';\nexport function open() {\n  const pool = new Pool();\n}\n"],
  ["import { Pool } from 'pg';\nconst pool = new Pool();\nexport { pool as default };\n"],
  ["import { Pool } from 'pg';\n// export const pool = new Pool();\n"],
  ["import { Pool } from 'pg';\nexport const pools = [new Pool()];\n"],
])('%s has none that others can use', (text) => {
  expect(found(text)).toEqual([]);
});

test('the entry has none: whoever loads it starts the service', () => {
  const text = "import { Pool } from 'pg';\nexport const pool = new Pool();\n";
  expect(findClients([{ file: 'src/main.ts', text }])).toEqual([]);
});
