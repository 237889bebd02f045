import { MIGRATION } from '../migrations.ts';
import { lit, storeIn } from './events.ts';
import { openStorage } from './open-storage.ts';

/*
 * Appends to a store and inserts by hand, in turns, into two files; prints the milliseconds of processor time that each
 * took, and those that passed; medians of the rounds. The third argument is the version of the next event in the store.
 */
const [stored = '', byHand = '', begun = '1'] = process.argv.slice(2);
const BATCH = 100;
const WARM_UP = 5;
const ROUNDS = 40;

interface Sqlite {
  readonly DatabaseSync: new (
    path: string,
  ) => {
    exec(sql: string): void;
    prepare(sql: string): { run(...values: readonly (string | number)[]): void };
  };
}

const { DatabaseSync } = process.getBuiltinModule('node:sqlite' as string) as Sqlite;
const raw = new DatabaseSync(byHand);
raw.exec('pragma journal_mode = wal; pragma synchronous = normal');
raw.exec(MIGRATION.sql.sqlite ?? '');
const insert = raw.prepare(
  'insert into events (id, stream, version, type, schema_version, data, metadata, occurred_at, aggregate_id, aggregate_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
);
const store = storeIn(openStorage(stored));

function insertOne(version: number): void {
  const { id, type, data, occurredAt } = lit('one', version);
  raw.exec('begin immediate');
  insert.run(id, 'one', version, type, 2, JSON.stringify(data), '{}', occurredAt, 'one', version);
  raw.exec('commit');
}

interface Cost {
  /** Other processes of the machine do not count. */
  readonly processor: number;
  readonly passed: number;
}

async function timed(work: (version: number) => unknown, from: number): Promise<Cost> {
  const start = process.cpuUsage();
  const begin = performance.now();
  for (let version = from; version < from + BATCH; version += 1) await work(version);
  const passed = performance.now() - begin;
  const { user, system } = process.cpuUsage(start);
  return { processor: (user + system) / 1_000 / BATCH, passed: passed / BATCH };
}

async function run(): Promise<void> {
  const [ours, theirs]: [Cost[], Cost[]] = [[], []];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const from = round * BATCH + Number(begun);
    const raw = await timed(insertOne, from);
    const appended = await timed((version) => store.append('one', [lit('one', version)], version - 1), from);
    if (round < WARM_UP) continue;
    theirs.push(raw);
    ours.push(appended);
  }
  const medians = (['processor', 'passed'] as const).flatMap((kind) =>
    [ours, theirs].map((costs) => median(costs.map((cost) => cost[kind]))),
  );
  console.log(medians.join(' '));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

void run();
