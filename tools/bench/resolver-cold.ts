import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { layeredUniverse } from './resolver-universe.ts';

/**
 * A cold run: a new process reads a catalog of 300 versions and a request from disk, checks both and
 * resolves. Next to it, a process that does nothing.
 *
 *   node --conditions=@joinery/source --import tsx tools/bench/resolver-cold.ts
 */
const RUNS = 11;

const folder = mkdtempSync(join(tmpdir(), 'joinery-bench-'));
const { universe, request } = layeredUniverse({ features: 50, versionsPerFeature: 6, requested: 8, seed: 7 });
writeFileSync(join(folder, 'universe.json'), JSON.stringify(universe));
writeFileSync(join(folder, 'request.json'), JSON.stringify(request));
const source = `
  import { readFileSync } from 'node:fs';
  import { readRequest, readUniverse, resolve } from '${join(import.meta.dirname, '../../packages/engine/src/index.ts')}';
  const universe = readUniverse(readFileSync('universe.json', 'utf8'));
  const request = readRequest(readFileSync('request.json', 'utf8'));
  if (universe.kind !== 'read' || request.kind !== 'read') throw new Error('faulty');
  process.stdout.write(resolve(universe.value, request.value).status);
`;
buildSync({
  stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
  bundle: true,
  platform: 'node',
  conditions: ['@joinery/source'],
  outfile: join(folder, 'run.cjs'),
});
writeFileSync(join(folder, 'nothing.cjs'), '');
const [nothing, cold] = [measure('nothing.cjs'), measure('run.cjs')];
console.log(
  `an empty process: ${nothing.toFixed(0)} ms CPU; reading, checking and resolving 300 versions: ${cold.toFixed(0)} ms CPU`,
);
console.log(`cold cost: ${(cold - nothing).toFixed(0)} ms CPU`);
rmSync(folder, { recursive: true });

function measure(file: string): number {
  const times = Array.from({ length: RUNS }, () => {
    const report =
      'const { userCPUTime, systemCPUTime } = process.resourceUsage(); process.stderr.write(String((userCPUTime + systemCPUTime) / 1000));';
    const wrapped = `process.on('exit', () => { ${report} }); require('./${file}')`;
    const { stderr } = spawnSync(process.execPath, ['-e', wrapped], { cwd: folder, encoding: 'utf8' });
    return Number(stderr);
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}
