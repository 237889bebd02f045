import { readFileSync } from 'node:fs';
import { type Catalog, readLockfile, readWanted } from '@joinery/engine';
import type { Candidate } from '../completion/candidates.ts';
import { documentPages } from '../mcp/documents.ts';
import { placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { newestFirst } from './list.ts';
import { readExplanations } from './read-explanations.ts';

const OF_THE_CATALOG = ['add', 'plan', 'info'];
const OF_THE_SERVICE = ['remove', 'upgrade', 'why'];

/** Names that could follow a command: features of the catalog, those of the service, ids of errors. */
export async function namesFor(command: string, world: World): Promise<readonly Candidate[]> {
  if (command === 'explain') return errorIds(world);
  if (![...OF_THE_CATALOG, ...OF_THE_SERVICE].includes(command)) return [];
  const { tree, catalog } = world.open(serviceOf(world, {}), placesOf(world, {}));
  const names = OF_THE_CATALOG.includes(command)
    ? await catalog.names()
    : Object.keys(command === 'why' ? readLockfile(tree).features : readWanted(tree).features);
  return Promise.all([...new Set(names)].map((name) => described(name, catalog)));
}

async function described(word: string, catalog: Catalog): Promise<Candidate> {
  const [newest] = newestFirst(await catalog.versions(word));
  return { word, meaning: newest?.manifest.title ?? '' };
}

function errorIds({ tool }: World): readonly Candidate[] {
  const page = documentPages(tool).find(({ name }) => name === 'errors');
  if (page === undefined) return [];
  return readExplanations(readFileSync(page.file, 'utf8')).map(({ id, topic }) => ({
    word: id,
    meaning: topic,
  }));
}
