import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pc from 'picocolors';
import { ROOT } from '../running/joinery.ts';
import { showCommand } from '../running/show-command.ts';
import { startersReport } from '../starters/report.ts';
import { count, type JestResult } from './jest-result.ts';
import { chooseStages, type Stage } from './stages.ts';

const folder = mkdtempSync(join(tmpdir(), 'joinery-test-'));
process.exitCode = await runChosen(process.argv.slice(2));
rmSync(folder, { recursive: true });

async function runChosen(names: readonly string[]): Promise<number> {
  const stages = chooseStages(names);
  if (stages instanceof Error) {
    console.error(stages.message);
    return 1;
  }
  return runStages(stages);
}

/** Run stages until one fails; end with how many tests passed and failed. */
async function runStages(stages: readonly Stage[]): Promise<number> {
  const results: JestResult[] = [];
  const lines: string[] = [];
  for (const [index, stage] of stages.entries()) {
    console.log(pc.bold(`\n● ${stage.name}`));
    const start = performance.now();
    const exitCode = await runStage(stage);
    const seconds = `${((performance.now() - start) / 1_000).toFixed(1).padStart(6)} s`;
    lines.push(`${exitCode === 0 ? pc.green('passed') : pc.red('FAILED')} ${seconds}  ${stage.name}`);
    const result = stage.counts ? resultOf(stage) : undefined;
    if (result !== undefined) results.push(result);
    if (result !== undefined && stage.name === 'starters') console.log(`\n${startersReport(result)}`);
    if (exitCode !== 0) {
      summarize(lines, results, stages.slice(index + 1));
      return 1;
    }
  }
  summarize(lines, results, []);
  return 0;
}

function runStage({ name, words, counts }: Stage): Promise<number> {
  const json = counts ? ['--json', `--outputFile=${resultFile(name)}`] : [];
  return showCommand([...words, ...json], { cwd: ROOT });
}

function resultOf({ name }: Stage): JestResult | undefined {
  return existsSync(resultFile(name)) ? JSON.parse(readFileSync(resultFile(name), 'utf8')) : undefined;
}

function resultFile(stage: string): string {
  return join(folder, `${stage}.json`);
}

function summarize(lines: readonly string[], results: readonly JestResult[], left: readonly Stage[]): void {
  const { passed, failed } = count(results);
  console.log(`\n${lines.join('\n')}`);
  if (left.length > 0) console.log(`Stopped there; not run: ${left.map(({ name }) => name).join(', ')}.`);
  console.log(`\n${passed} passed, ${failed} failed`);
}
