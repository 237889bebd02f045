import { EXIT, ProblemError } from '../problem.ts';
import type { Universe } from '../resolver/request.ts';
import type { Wanted } from '../wanted/wanted.ts';
import { nearest } from '../words/nearest.ts';
import type { Catalog, CatalogFeature } from './catalog.ts';

/**
 * Read every version that could matter: the features known here, the wanted ones, and whatever those name in turn.
 * Throws ProblemError `unknown-feature` naming the nearest names.
 */
export async function readUniverse(catalog: Catalog, wanted: Wanted): Promise<Universe> {
  const known = await catalog.names();
  const found = new Map<string, readonly CatalogFeature[]>();
  let names: readonly string[] = [...new Set([...known, ...Object.keys(wanted.features)])];
  while (names.length > 0) {
    const versions = await Promise.all(names.map((name) => catalog.versions(name)));
    names.forEach((name, index) => {
      found.set(name, versions[index] ?? []);
    });
    const named = versions.flat().flatMap(({ manifest }) => namesIn(manifest));
    names = [...new Set(named)].filter((name) => !found.has(name));
  }
  const missing = Object.keys(wanted.features).find((name) => found.get(name)?.length === 0);
  if (missing !== undefined) throw unknown(missing, known);
  return { features: [...found.values()].flat().map(({ entry }) => entry) };
}

/** What a manifest needs by name. A dotted name is a capability, which is no package. */
function namesIn({ requires, optional }: CatalogFeature['manifest']): readonly string[] {
  return Object.keys({ ...requires, ...optional }).filter((name) => !name.includes('.'));
}

function unknown(name: string, known: readonly string[]): ProblemError {
  const close = nearest(name, known);
  const hint = close.length === 0 ? '' : ` The nearest: ${close.map((one) => `\`${one}\``).join(', ')}.`;
  return new ProblemError({
    kind: 'problem',
    id: 'unknown-feature',
    exitCode: EXIT.error,
    found: `There is no feature \`${name}\`.${hint}`,
    todo: '`joinery list` shows every feature that can be had here.',
  });
}
