import {
  type Catalog,
  EXIT,
  type ExitCode,
  type GraphFormat,
  type Resolution,
  readLockfile,
  readWanted,
  renderGraph,
  resolve,
  type Tree,
  why,
} from '@joinery/engine';
import { answerJson } from '../program/answer.ts';
import { type CommonOptions, placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';

export interface GraphOptions extends CommonOptions {
  readonly format: GraphFormat;
}

/** `joinery why <feature>`: who needs an installed feature, up to what was asked for. */
export async function whyFeature(name: string, options: CommonOptions, world: World): Promise<ExitCode> {
  const sentences = why(await resolveInstalled(options, world), name.replace(/^@joinery\//, ''));
  if (options.json === true) answerJson({ kind: 'why', feature: name, sentences }, world.terminal);
  else world.terminal.out(`${sentences.join('\n')}\n`);
  return EXIT.done;
}

/** `joinery graph`: the installed features and who requires whom. */
export async function graph(options: GraphOptions, world: World): Promise<ExitCode> {
  const format = options.json === true ? 'json' : options.format;
  world.terminal.out(renderGraph(await resolveInstalled(options, world), format));
  return EXIT.done;
}

/** What joinery.json asks for, in the versions of the lockfile. */
async function resolveInstalled(options: CommonOptions, world: World): Promise<Resolution> {
  const { tree, catalog } = world.open(serviceOf(world, options), placesOf(world, options));
  const wanted = readWanted(tree);
  return resolve(
    { features: await entries(catalog) },
    {
      features: Object.fromEntries(Object.entries(wanted.features).map(([name, { range }]) => [name, range])),
      exclude: wanted.exclude,
      tier: wanted.tier ?? 'basic',
      lock: lockedVersions(tree),
      prefer: 'lock',
    },
  );
}

async function entries(catalog: Catalog) {
  const versions = await Promise.all((await catalog.names()).map((name) => catalog.versions(name)));
  return versions.flat().map(({ entry }) => entry);
}

function lockedVersions(tree: Tree): Readonly<Record<string, string>> {
  const { features } = readLockfile(tree);
  return Object.fromEntries(Object.entries(features).map(([name, { version }]) => [name, version]));
}
