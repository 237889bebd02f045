import { resolve } from 'node:path';
import { EXIT, type ExitCode, type Plan, ProblemError, readPlan } from '@joinery/engine';
import { type ApplyOptions, placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { errorCode } from '../transaction/disk.ts';
import { applyPlan } from './apply-plan.ts';

/** `joinery apply plan.json`: apply a plan made earlier; refused with exit 5 when the service has moved since. */
export async function applyFile(file: string, options: ApplyOptions, world: World): Promise<ExitCode> {
  const plan = planFrom(resolve(world.folder, file), file, world);
  const service = serviceOf(world, options);
  const { tree } = world.open(service, placesOf(world, options));
  return applyPlan(plan, tree, service, { ...options, label: `apply ${file}` }, world);
}

function planFrom(path: string, file: string, { disk }: World): Plan {
  try {
    const parsed = readPlan(disk.readFileSync(path, 'utf8'), file);
    if (parsed.kind === 'read') return parsed.value;
    throw broken(file, parsed.problems[0]?.found ?? 'it holds no plan of this version');
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw broken(file, errorCode(error) === 'ENOENT' ? 'there is no such file' : 'it is no JSON');
  }
}

function broken(file: string, why: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'invalid-plan-file',
    exitCode: EXIT.error,
    found: `\`${file}\` cannot be applied: ${why.replace(/\.$/, '')}.`,
    todo: 'Make one with `joinery plan <features> -o plan.json`.',
    places: [file],
  });
}
