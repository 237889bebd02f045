import { findProviders } from './providers.ts';

const found = (...texts: readonly string[]) =>
  findProviders([
    { file: 'src/main.ts', text: '' },
    ...texts.map((text, index) => ({ file: `src/${index + 1}.ts`, text })),
  ]).map(({ package: name, token, evidence }) => {
    const { kind, ...rest } = token;
    return `${name} ${kind} ${Object.values(rest).join(' ')} ${evidence}`;
  });

const TYPEORM = "import { TypeOrmModule } from '@nestjs/typeorm';\n";
const PG = "import { Pool } from 'pg';\n";

test.each([
  [
    `${TYPEORM}const m = TypeOrmModule.forRoot({ type: 'postgres' });\n`,
    'typeorm package DataSource typeorm src/1.ts:2',
  ],
  [
    "import { MongooseModule } from '@nestjs/mongoose';\nconst m = [MongooseModule.forRootAsync({ useFactory })];\n",
    'mongoose package getConnectionToken @nestjs/mongoose true src/1.ts:2',
  ],
  [
    "import { PrismaClient } from '@prisma/client';\nexport class Db extends PrismaClient {}\nconst m = { providers: [A, Db] };\n",
    '@prisma/client source Db src/1.ts src/1.ts:2',
  ],
  [`${PG}const p = { provide: 'DB', useValue: new Pool() };\n`, 'pg text DB src/1.ts:2'],
  [`${PG}const p = { provide: 'DB', useFactory: () => new Pool({ max: 5 }) };\n`, 'pg text DB src/1.ts:2'],
  [
    `${PG}const p = {\n  provide: 'DB',\n  inject: [Config],\n  useFactory: async (config: Config): Promise<Pool> => {\n    const url = config.url;\n    return new Pool({ url });\n  },\n};\n`,
    'pg text DB src/1.ts:3',
  ],
])('%s provides a client', (text, provider) => {
  expect(found(text)).toEqual([provider]);
});

test('a token may be a constant that a file exports', () => {
  const text = `${PG}import { DB } from './tokens';\nconst p = { provide: DB, useFactory: () => new Pool() };\n`;
  expect(found(text, "export const DB = Symbol('db');\n")).toEqual(['pg source DB src/2.ts src/1.ts:3']);
  expect(found(text)).toEqual([]);
});

test.each([
  [`${TYPEORM}const m = TypeOrmModule.forRoot({ name: 'reports' });\n`],
  [`${TYPEORM}const m = [TypeOrmModule.forRoot(a), TypeOrmModule.forRoot(b)];\n`],
  [`${TYPEORM}const m = TypeOrmModule.forFeature([Order]);\n`],
  ["import { PrismaClient } from '@prisma/client';\nexport class Db extends PrismaClient {}\n"],
  [`${PG}const p = { provide: 'DB', useFactory: () => drizzle(new Pool()) };\n`],
  [`${PG}const p = { provide: 'DB', useFactory: () => ({ pool: new Pool() }) };\n`],
  ["const p = { provide: 'DB', useFactory: () => new Pool() };\n"],
])('%s provides none that can be told', (text) => {
  expect(found(text)).toEqual([]);
});
