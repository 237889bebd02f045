import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '@joinery/engine';
import { joineryBin } from '../running/joinery.ts';
import { type Cost, measure, median } from './measure.ts';
import { addPlainGenerator } from './plain-nx.ts';
import { makeTwentyFiles } from './twenty-files.ts';

/*
 * `joinery add health metrics` on a service of 20 files, without the package install, against an `nx g` run of a
 * generator that knows the finished files by heart and only writes them. The two alternate in one run.
 *   npx nx run-many -t build && npx tsx tools/bench/doors.ts [rounds]
 */
const rounds = Number(process.argv[2] ?? 9);
const ADD = ['add', 'health', 'metrics', '--yes', '--no-install', '--verify', 'none'];

/** The cheapest way of running Nx: no daemon to start, plugins in the same process. */
const NX_LEAN = { NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NX_SKIP_NX_CACHE: 'true' };
const NX_USUAL = { NX_DAEMON: 'false' };

const plan = planOnce();
const entries: readonly (readonly [string, () => Cost])[] = [
  ['node -e 0', () => measure(['-e', '0'], process.cwd(), {})],
  ['joinery list', () => inService((folder) => measure([joineryBin(), 'list'], folder, {}))],
  ['joinery add health metrics', () => inService((folder) => measure([joineryBin(), ...ADD], folder, {}))],
  ['nx g, same files, one process', () => inService((folder) => nx(folder, NX_LEAN))],
  ['nx g, same files, as installed', () => inService((folder) => nx(folder, NX_USUAL))],
];
const costs = new Map<string, Cost[]>(entries.map(([name]) => [name, []]));
for (let round = 0; round <= rounds; round += 1) {
  for (const [name, run] of entries) {
    const cost = run();
    // The first round warms the code cache and the disk.
    if (round > 0) costs.get(name)?.push(cost);
  }
}
console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.versions.node}, medians of ${rounds}\n`,
);
console.log('| | CPU s | peak MB | wall s |\n|---|---|---|---|');
for (const [name, all] of costs) {
  const { cpu, rss, wall } = median(all);
  console.log(`| ${name} | ${cpu.toFixed(2)} | ${rss.toFixed(0)} | ${wall.toFixed(2)} |`);
}

function nx(folder: string, env: Readonly<Record<string, string>>): Cost {
  const cost = measure(addPlainGenerator(folder, plan), folder, env);
  if (!existsSync(join(folder, 'src/platform/index.ts'))) throw new Error('nx g wrote nothing');
  return cost;
}

function inService(run: (folder: string) => Cost): Cost {
  const folder = makeTwentyFiles();
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function planOnce(): Plan {
  const folder = makeTwentyFiles();
  const words = [joineryBin(), 'plan', 'health', 'metrics', '--json'];
  const { stdout } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
  rmSync(folder, { recursive: true });
  return JSON.parse(stdout) as Plan;
}
