import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one run of a command cost, its child processes included. */
export interface Cost {
  /** User and system time, in seconds. */
  readonly cpu: number;
  /** The largest process's peak, in MB. */
  readonly rss: number;
  readonly wall: number;
}

/** Every Node.js process of a run says at its end what it used. */
const PROBE = `const { writeFileSync } = require('node:fs');
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const file = require('node:path').join(process.env.COST_FOLDER, String(process.pid));
  writeFileSync(file, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, rss: maxRSS / 1024 }));
});`;

/** Run a Node.js program and measure it; throws when it fails. */
export function measure(
  words: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>>,
): Cost {
  const costs = mkdtempSync(join(tmpdir(), 'cost-'));
  const probe = join(costs, 'probe.cjs');
  writeFileSync(probe, PROBE);
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env, NODE_OPTIONS: `--require ${probe}`, COST_FOLDER: costs },
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`${words.join(' ')} failed (${status}):\n${stdout}${stderr}`);
  const used = readdirSync(costs)
    .filter((name) => name !== 'probe.cjs')
    .map((name) => JSON.parse(readFileSync(join(costs, name), 'utf8')) as Pick<Cost, 'cpu' | 'rss'>);
  rmSync(costs, { recursive: true });
  return {
    cpu: used.reduce((sum, { cpu }) => sum + cpu, 0),
    rss: Math.max(...used.map(({ rss }) => rss)),
    wall,
  };
}

/** The middle of several runs, figure by figure. */
export function median(costs: readonly Cost[]): Cost {
  const middle = (figure: keyof Cost) => {
    const sorted = costs.map((cost) => cost[figure]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return { cpu: middle('cpu'), rss: middle('rss'), wall: middle('wall') };
}
