import { MIGRATION } from '../migrations.ts';
import { lit, storeIn } from './events.ts';
import { openStorage } from './open-storage.ts';

/* Appends to a store and inserts by hand, in turns, into two files; prints the milliseconds of processor time that each took. */
const [stored = '', byHand = ''] = process.argv.slice(2);
const BATCH = 100;
const WARM_UP = 5;
const ROUNDS = 20;

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

/** Milliseconds of processor time: other processes of the machine do not count. */
async function timed(work: (version: number) => unknown, from: number): Promise<number> {
  const start = process.cpuUsage();
  for (let version = from; version < from + BATCH; version += 1) await work(version);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

async function run(): Promise<void> {
  let [ours, theirs] = [0, 0];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const from = round * BATCH + 1;
    const raw = await timed(insertOne, from);
    const appended = await timed((version) => store.append('one', [lit('one', version)], version - 1), from);
    if (round < WARM_UP) continue;
    theirs += raw;
    ours += appended;
  }
  console.log(`${ours / BATCH / ROUNDS} ${theirs / BATCH / ROUNDS}`);
}

void run();
