import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Asked, findService, type Service } from '@joinery/door';
import type { Called } from '@joinery/engine';
import type { Verification } from '../transaction/apply-ports.ts';
import type { World } from './world.ts';

/** Of every command. */
export interface CommonOptions {
  readonly cwd?: string;
  readonly project?: string;
  readonly catalog?: readonly string[];
  /** An npm registry to ask for features; `true` for the public one. */
  readonly registry?: string | true;
  readonly offline?: boolean;
  readonly json?: boolean;
}

/** Of every command that plans. */
export interface PlanOptions extends CommonOptions {
  readonly set?: readonly string[];
  readonly exclude?: readonly string[];
  readonly tier?: string;
  readonly latest?: boolean;
  readonly diff?: boolean;
  /** Show the plan as Markdown. */
  readonly markdown?: boolean;
}

/** Of every command that writes. */
export interface ApplyOptions extends PlanOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  /** `false` by `--no-install`. */
  readonly install: boolean;
  readonly requireClean?: boolean;
  /** Offer to take a fix of a conflict. */
  readonly fix?: boolean;
  readonly verify: Verification;
  /** Go on although people edited files: delete them, or put them back. */
  readonly force?: boolean;
}

/** The service that a command is about. */
export function serviceOf(world: World, options: CommonOptions): Service {
  return findService(resolve(world.folder, options.cwd ?? '.'), options.project);
}

/** Where else features come from. */
export function placesOf(world: World, options: CommonOptions) {
  const catalogs = (options.catalog ?? []).map((file) => resolve(world.folder, file));
  if (options.registry === undefined) return { tool: world.tool, catalogs };
  const registry = {
    ...(options.registry === true ? {} : { registry: options.registry }),
    offline: options.offline === true,
    cacheFolder: join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'joinery', 'registry'),
  };
  return { tool: world.tool, catalogs, registry };
}

/** How `joinery` was called, for the commands of fixes: where, and where else features come from. */
export function calledOf(world: World, options: CommonOptions): Called {
  const { cwd, project, catalog = [], registry, offline } = options;
  const words = [
    ...(project === undefined ? [] : ['--project', project]),
    ...catalog.flatMap((file) => ['--catalog', cwd === undefined ? file : resolve(world.folder, file)]),
    ...(registry === undefined ? [] : ['--registry', ...(registry === true ? [] : [registry])]),
    ...(offline === true ? ['--offline'] : []),
  ];
  return { ...(cwd === undefined ? {} : { folder: cwd }), words };
}

/** The request in a command's words. */
export function askedOf(options: PlanOptions, words: Partial<Asked>): Asked {
  return {
    add: [],
    remove: [],
    set: options.set ?? [],
    exclude: options.exclude ?? [],
    tier: options.tier,
    latest: options.latest === true,
    ...words,
  };
}
