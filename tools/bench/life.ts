import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { BASE_FOLDER, compose, memoryTree, type Plan } from '@joinery/engine';
import { loadHostEditor } from '@joinery/source';
import { fittingFeatures, type HostFiles, openWorkbench, readHostFiles } from '@joinery/testing';
import { apply } from '../../packages/cli/src/transaction/apply.ts';
import { nodeDisk } from '../../packages/cli/src/transaction/disk.ts';

/*
 * What journal, records and pristine texts cost: an apply of ten features, without install and check, against writing the same
 * generated files plainly. The two alternate in one run.
 *   node --conditions=@joinery/source --import tsx tools/bench/life.ts [rounds]
 */
const rounds = Number(process.argv[2] ?? 9);
const root = join(import.meta.dirname, '../..');
const catalog = openCatalog({ workspace: root, files: [], more: [] });
const files = readHostFiles(join(root, 'packages/testing/fixtures/parcels-express'));
const sample = { tier: 'advanced', most: 10, seed: 77 } as const;
const features = await fittingFeatures(openWorkbench(catalog), files, await catalog.names(), sample);
const costs = {
  plan: [] as number[],
  apply: [] as number[],
  plain: [] as number[],
  applyWall: [] as number[],
};

let plan = await planOnce();
for (let round = 0; round < rounds; round += 1) {
  costs.plan.push((await cpuOf(async () => (plan = await planOnce()))).cpu);
  const applied = await inHost((folder) => cpuOf(() => applyIn(folder, plan)));
  costs.apply.push(applied.cpu);
  costs.applyWall.push(applied.wall);
  costs.plain.push((await inHost((folder) => cpuOf(async () => writePlainly(folder, plan)))).cpu);
}
report();

async function planOnce(): Promise<Plan> {
  const add = features.map((name) => ({ name }));
  const composed = await compose(
    { add, remove: [], exclude: [], tier: 'advanced', prefer: 'lock' },
    { tree: memoryTree(files), catalog, loadEditor: loadHostEditor },
  );
  if (composed.kind !== 'plan') throw new Error('no plan');
  return composed;
}

async function applyIn(folder: string, plan: Plan): Promise<void> {
  const signal = new AbortController().signal;
  const ports = { disk: nodeDisk, run: async () => ({ code: 0, output: '' }), signal, progress: () => {} };
  const host = { folder, workspace: undefined };
  const outcome = await apply(plan, host, { install: false, verify: 'none' }, ports);
  if (outcome.kind === 'problem') throw new Error(outcome.found);
}

function writePlainly(folder: string, { changes }: Plan): void {
  for (const change of changes) {
    if (change.kind === 'delete' || change.path.startsWith(BASE_FOLDER)) continue;
    mkdirSync(dirname(join(folder, change.path)), { recursive: true });
    writeFileSync(join(folder, change.path), change.text);
  }
}

async function inHost<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'life-'));
  for (const [path, text] of Object.entries(files satisfies HostFiles)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function cpuOf(work: () => Promise<unknown>): Promise<{ readonly cpu: number; readonly wall: number }> {
  const start = process.hrtime.bigint();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1e6, wall: Number(process.hrtime.bigint() - start) / 1e9 };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function report(): void {
  const size = (ours: boolean) =>
    plan.changes
      .filter((change) => change.path.startsWith(BASE_FOLDER) === ours && change.kind === 'create')
      .reduce((sum, change) => sum + ('text' in change ? Buffer.byteLength(change.text) : 0), 0);
  const [planned, applied, plain] = [median(costs.plan), median(costs.apply), median(costs.plain)];
  const extra = applied - plain;
  const ms = (seconds: number) => `${(seconds * 1000).toFixed(0)} ms`;
  console.log(`${features.length} features, ${plan.changes.length} files, medians of ${rounds}, CPU`);
  console.log(
    `plan ${ms(planned)}, apply ${ms(applied)} (${ms(median(costs.applyWall))} wall), the same files plainly ${ms(plain)}`,
  );
  console.log(
    `journal, records and base: ${ms(extra)}, ${((100 * extra) / (planned + applied)).toFixed(0)} % of plan and apply`,
  );
  console.log(
    `base ${size(true)} bytes, generated ${size(false)} bytes: ${(size(true) / size(false)).toFixed(2)} times`,
  );
}
