import { type Catalog, type CatalogFeature, EXIT, type ExitCode, readLockfile } from '@joinery/engine';
import { rcompare } from 'semver';
import { answerJson } from '../program/answer.ts';
import { type CommonOptions, placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';

interface Listed {
  readonly name: string;
  readonly version: string;
  readonly installed?: string;
  readonly title: string;
  readonly summary: string;
  readonly category: string;
  readonly origin: CatalogFeature['origin'];
}

/** `joinery list`: every feature that can be had here, by category, the installed ones marked. */
export async function list(options: CommonOptions, world: World): Promise<ExitCode> {
  const service = serviceOf(world, options);
  const { catalog, tree } = world.open(service, placesOf(world, options));
  const { features } = readLockfile(tree);
  const listed = await Promise.all((await catalog.names()).map((name) => newest(name, catalog)));
  const found = listed.flat().map((one) => {
    const installed = features[one.name]?.version;
    return installed === undefined ? one : { ...one, installed };
  });
  if (options.json === true) answerJson({ kind: 'list', features: found }, world.terminal);
  else world.terminal.out(listText(found, world));
  return EXIT.done;
}

/** The newest version of a feature first. */
export function newestFirst(versions: readonly CatalogFeature[]): readonly CatalogFeature[] {
  return [...versions].sort((a, b) => rcompare(a.entry.version, b.entry.version));
}

async function newest(name: string, catalog: Catalog): Promise<readonly Listed[]> {
  const [first] = newestFirst(await catalog.versions(name));
  if (first === undefined) return [];
  const { entry, manifest, origin } = first;
  const { title, summary, category } = manifest;
  return [{ name, version: entry.version, title, summary, category, origin }];
}

function listText(found: readonly Listed[], { terminal: { paint } }: World): string {
  if (found.length === 0) return 'No features were found here. Install one, such as `@joinery/health`.\n';
  const width = Math.max(...found.map(({ name }) => name.length));
  const categories = [...new Set(found.map(({ category }) => category))].sort();
  const blocks = categories.map((category) => {
    const lines = found
      .filter((one) => one.category === category)
      .map((one) => {
        const mark = one.installed === undefined ? ' ' : paint.green('*');
        return `${mark} ${one.name.padEnd(width)}  ${paint.dim(one.version)}  ${one.summary}`;
      });
    return [paint.bold(category), ...lines].join('\n');
  });
  const legend = found.some(({ installed }) => installed !== undefined)
    ? ['* installed in this service']
    : [];
  return `${[...blocks, ...legend].join('\n\n')}\n`;
}
