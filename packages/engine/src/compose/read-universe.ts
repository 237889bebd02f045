import { EXIT, ProblemError } from '../problem.ts';
import type { Universe } from '../resolver/request.ts';
import type { Wanted } from '../wanted/wanted.ts';
import type { Catalog } from './catalog.ts';
import { nearest } from './nearest.ts';

/**
 * Read every version that could matter: the wanted features and whatever may provide what they need.
 * Throws ProblemError `unknown-feature` naming the nearest names.
 */
export async function readUniverse(catalog: Catalog, wanted: Wanted): Promise<Universe> {
  const known = await catalog.names();
  const names = [...new Set([...known, ...Object.keys(wanted.features)])];
  const versions = await Promise.all(names.map((name) => catalog.versions(name)));
  const missing = Object.keys(wanted.features).find((name) => versions[names.indexOf(name)]?.length === 0);
  if (missing !== undefined) throw unknown(missing, known);
  return { features: versions.flat().map(({ entry }) => entry) };
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
