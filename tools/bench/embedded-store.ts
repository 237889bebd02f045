import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { MIGRATION as PROJECTIONS } from '../../generators/event-projections/migrations.ts';
import { MIGRATION as EVENTS } from '../../generators/event-store/migrations.ts';
import { MIGRATION as INBOX } from '../../generators/idempotency/migrations.ts';
import { MIGRATION as OUTBOX } from '../../generators/outbox/migrations.ts';
import { newerNode } from '../parts/newer-node.ts';

/*
 * What the embedded store costs: from nothing to the first event, and an append beside a raw insert of the same row with
 * the same durability, in turns in one process. Medians of processes.
 *   nice -n -19 npx tsx tools/bench/embedded-store.ts
 */
const PROCESSES = 7;
const contract = join(import.meta.dirname, '../../generators/event-store/contract');
const node = newerNode();
if ('problem' in node) throw new Error(node.problem);

const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
const migrations = join(folder, 'migrations');
mkdirSync(migrations);
for (const { name, sql } of [EVENTS, PROJECTIONS, OUTBOX, INBOX]) {
  writeFileSync(join(migrations, `${name}.sql`), sql.sqlite ?? '');
}

const first = build('first-append');
const cost = build('append-cost');
const bare = join(folder, 'bare.cjs');
writeFileSync(bare, 'console.log(process.memoryUsage.rss() / 2 ** 20);');

const starts: (readonly number[])[] = [];
const costs: (readonly number[])[] = [];
for (let turn = 0; turn < PROCESSES; turn += 1) {
  const place = join(folder, `${turn}.sqlite`);
  starts.push([...run(first, place, migrations), ...run(bare)]);
  costs.push(run(cost, place, `${place}.raw`, '2'));
}
rmSync(folder, { recursive: true });

const [opened = 0, processor = 0, memory = 0, alone = 0] = medians(starts);
const [ours = 0, raw = 0, oursPassed = 0, rawPassed = 0] = medians(costs).map((each) => each * 1_000);
console.log(
  `${spawnSync(node.path, ['-v'], { encoding: 'utf8' }).stdout.trim()}, ${PROCESSES} processes, medians`,
);
console.log(
  `open, four migrations, first event: ${opened.toFixed(0)} ms, ${processor.toFixed(0)} ms of processor time`,
);
console.log(
  `memory of the process: ${memory.toFixed(0)} MB, of one that does nothing: ${alone.toFixed(0)} MB`,
);
console.log(`append, processor time: ${line(ours, raw)}`);
console.log(`append, time passed:    ${line(oursPassed, rawPassed)}`);

function build(name: string): string {
  const outfile = join(folder, `${name}.cjs`);
  const entryPoints = [join(contract, `${name}.ts`)];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', external: ['pg-native'] });
  return outfile;
}

function run(...words: readonly string[]): readonly number[] {
  const { status, stdout, stderr } = spawnSync('path' in node ? node.path : '', words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split(' ').map(Number);
}

function medians(rows: readonly (readonly number[])[]): readonly number[] {
  const [head = []] = rows;
  return head.map((_, column) => {
    const values = rows.map((row) => row[column] ?? 0).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? 0;
  });
}

function line(ours: number, raw: number): string {
  return `${ours.toFixed(0)} µs, raw ${raw.toFixed(0)} µs, ratio ${(ours / raw).toFixed(2)}`;
}
