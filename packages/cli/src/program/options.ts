import { resolve } from 'node:path';
import { type Asked, findService, type Service } from '@joinery/door';
import type { World } from './world.ts';

/** Of every command. */
export interface CommonOptions {
  readonly cwd?: string;
  readonly project?: string;
  readonly catalog?: readonly string[];
  readonly json?: boolean;
}

/** Of every command that plans. */
export interface PlanOptions extends CommonOptions {
  readonly set?: readonly string[];
  readonly exclude?: readonly string[];
  readonly tier?: string;
  readonly latest?: boolean;
  readonly diff?: boolean;
}

/** Of every command that writes. */
export interface ApplyOptions extends PlanOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  /** `false` by `--no-install`. */
  readonly install: boolean;
  readonly requireClean?: boolean;
  readonly verify: 'none' | 'types';
}

/** The service that a command is about. */
export function serviceOf(world: World, options: CommonOptions): Service {
  return findService(resolve(world.folder, options.cwd ?? '.'), options.project);
}

/** Where else features come from. */
export function placesOf(world: World, options: CommonOptions) {
  return { tool: world.tool, catalogs: (options.catalog ?? []).map((file) => resolve(world.folder, file)) };
}

/** The request in a command's words. */
export function askedOf(options: PlanOptions, words: Partial<Pick<Asked, 'add' | 'remove'>>): Asked {
  return {
    add: words.add ?? [],
    remove: words.remove ?? [],
    set: options.set ?? [],
    exclude: options.exclude ?? [],
    tier: options.tier,
    latest: options.latest === true,
  };
}
