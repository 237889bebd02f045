import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apply } from '../apply.ts';
import { watchedDisk } from './failing-disk.ts';
import { makePlan } from './host.ts';

// Applies the plan to the folder in argv, and kills its own process before the numbered call.
const [folder = '', point = '0'] = process.argv.slice(2);
let calls = 0;
const disk = watchedDisk((call) => {
  calls = call;
  if (call === Number(point)) process.kill(process.pid, 'SIGKILL');
});
const install = async () => {
  writeFileSync(join(folder, 'package-lock.json'), '{ "lock": 2 }\n');
  return { code: 0, output: '' };
};
await apply(
  makePlan(),
  { folder, workspace: undefined },
  { install: true, verify: 'none' },
  { disk, run: install, signal: new AbortController().signal, progress: () => {} },
);
process.stdout.write(String(calls));
