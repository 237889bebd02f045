import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '@joinery/engine';
import { apply } from '../apply.ts';
import { watchedDisk } from './failing-disk.ts';
import { makePlan } from './host.ts';

// Applies a plan to the folder in argv, and kills its own process before the numbered call.
const [folder = '', point = '0', planFile] = process.argv.slice(2);
let calls = 0;
const disk = watchedDisk((call) => {
  calls = call;
  if (call === Number(point)) process.kill(process.pid, 'SIGKILL');
});
const install = async () => {
  writeFileSync(join(folder, 'package-lock.json'), '{ "lock": 2 }\n');
  return { code: 0, output: '' };
};
const plan = planFile === undefined ? makePlan() : (JSON.parse(readFileSync(planFile, 'utf8')) as Plan);
const outcome = await apply(
  plan,
  { folder, workspace: undefined },
  { install: true, verify: 'none' },
  { disk, run: install, signal: new AbortController().signal, progress: () => {} },
);
process.stdout.write(`${calls} ${outcome.kind === 'problem' ? outcome.id : outcome.kind}`);
