import { resolve } from 'node:path';
import { EXIT, type ExitCode, type Plan, ProblemError } from '@joinery/engine';
import { type ApplyOptions, placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { errorCode } from '../transaction/disk.ts';
import { applyPlan } from './apply-plan.ts';

/** `joinery apply plan.json`: apply a plan made earlier; refused with exit 5 when the service has moved since. */
export async function applyFile(file: string, options: ApplyOptions, world: World): Promise<ExitCode> {
  const plan = readPlan(resolve(world.folder, file), file, world);
  const service = serviceOf(world, options);
  const { tree } = world.open(service, placesOf(world, options));
  return applyPlan(plan, tree, service, options, world);
}

function readPlan(path: string, file: string, { disk }: World): Plan {
  try {
    const parsed: unknown = JSON.parse(disk.readFileSync(path, 'utf8'));
    if (isPlan(parsed)) return parsed;
    throw broken(file, 'it holds no plan of this version');
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw broken(file, errorCode(error) === 'ENOENT' ? 'there is no such file' : 'it is no JSON');
  }
}

function isPlan(value: unknown): value is Plan {
  if (typeof value !== 'object' || value === null) return false;
  const plan = value as Partial<Plan>;
  return plan.kind === 'plan' && plan.schema === 1 && typeof plan.service === 'string' && hasLists(plan);
}

function hasLists({ changes, features, notes, warnings, install }: Partial<Plan>): boolean {
  const known = Array.isArray(changes) && changes.every((change) => isChange(change));
  const manager = ['npm', 'pnpm', 'yarn', 'bun'].includes(install?.manager ?? '');
  return known && manager && [features, notes, warnings].every((list) => Array.isArray(list));
}

function isChange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, path, text, before, reason } = value as Readonly<Record<string, unknown>>;
  const texts = { create: [path, text], update: [path, text, before], delete: [path, before] };
  const needed = kind === 'create' || kind === 'update' || kind === 'delete' ? texts[kind] : [undefined];
  return needed.every((item) => typeof item === 'string') && typeof reason === 'object' && reason !== null;
}

function broken(file: string, why: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'invalid-plan-file',
    exitCode: EXIT.error,
    found: `\`${file}\` cannot be applied: ${why}.`,
    todo: 'Make one with `joinery plan <features> -o plan.json`.',
    places: [file],
  });
}
