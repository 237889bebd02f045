import { type Catalog, type CatalogFeature, EXIT, type FeatureRequest, ProblemError } from '@joinery/engine';
import type { ArgumentForm, Generator, Json } from '@joinery/kit';

/** What a person wrote to have something generated. */
export interface GenerationWords {
  /** `ddd-aggregate`, or `ddd-aggregate:entity` where it generates several kinds. */
  readonly what: string;
  /** `OrderLine`. */
  readonly name: string;
  /** `{ of: 'Order', fields: 'sku:text' }` */
  readonly arguments: Readonly<Record<string, string>>;
}

/**
 * Turn words into the request that generates. Throws ProblemError `unknown-generator` naming what there is, and
 * `invalid-request` naming every argument that cannot be understood.
 */
export async function readGeneration(
  words: GenerationWords,
  catalog: Pick<Catalog, 'names' | 'versions'>,
): Promise<FeatureRequest> {
  const [feature = '', kind] = words.what.replace(/^@joinery\//, '').split(':');
  const found = newest(await catalog.versions(feature));
  if (found === undefined) throw noFeature(feature, await generating(catalog));
  const generators = found.manifest.generators ?? {};
  const [usual] = Object.keys(generators);
  if (usual === undefined) throw noFeature(feature, await generating(catalog));
  const generator = Object.hasOwn(generators, kind ?? usual) ? generators[kind ?? usual] : undefined;
  if (generator === undefined) throw noKind(feature, kind ?? '', Object.keys(generators));
  const value = readArguments(generator, words.arguments);
  return { name: feature, entries: [{ option: generator.option, name: words.name, value }] };
}

function newest(versions: readonly CatalogFeature[]): CatalogFeature | undefined {
  return versions.reduce<CatalogFeature | undefined>(
    (best, one) => (best === undefined || isNewer(one.entry.version, best.entry.version) ? one : best),
    undefined,
  );
}

function isNewer(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { numeric: true }) > 0;
}

async function generating(catalog: Pick<Catalog, 'names' | 'versions'>): Promise<readonly string[]> {
  const names = await catalog.names();
  const versions = await Promise.all(names.map((name) => catalog.versions(name)));
  return names.flatMap((name, index) =>
    Object.keys(newest(versions[index] ?? [])?.manifest.generators ?? {}).map((kind) => `${name}:${kind}`),
  );
}

function readArguments(
  generator: Generator,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, Json>> {
  const known = generator.arguments ?? {};
  const faults: string[] = [];
  const entries = Object.entries(given).flatMap(([name, text]): readonly (readonly [string, Json])[] => {
    const argument = Object.hasOwn(known, name) ? known[name] : undefined;
    const value = argument === undefined ? undefined : readArgument(argument.form, text);
    if (argument === undefined) faults.push(`\`--${name}\` is none of ${flags(known)}`);
    else if (value === undefined)
      faults.push(`\`--${name} ${text}\` is not written like \`total:integer,note:text?\``);
    return value === undefined ? [] : [[name, value]];
  });
  if (faults.length > 0) throw invalid(faults, known);
  return Object.fromEntries(entries);
}

function flags(known: Readonly<Record<string, unknown>>): string {
  return Object.keys(known)
    .map((name) => `--${name}`)
    .join(', ');
}

function readArgument(form: ArgumentForm, text: string): Json | undefined {
  switch (form) {
    case 'text':
      return text;
    case 'words':
      return text.split(',').filter((word) => word !== '');
    case 'fields':
      return readFields(text);
  }
}

/** `total:Money,status:enum(placed|paid)`; `undefined` when some part of it is no name with a type. */
function readFields(text: string): Json | undefined {
  const parts = text
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const pairs = parts.map((part) => /^([\w$]+)\s*:\s*(\S.*)$/.exec(part));
  const fields = pairs.flatMap((pair) => (pair?.[1] && pair[2] ? [[pair[1], pair[2]] as const] : []));
  const isWhole =
    fields.length === parts.length && new Set(fields.map(([name]) => name)).size === parts.length;
  return isWhole && parts.length > 0 ? Object.fromEntries(fields) : undefined;
}

function noFeature(feature: string, have: readonly string[]): ProblemError {
  const list = have.length === 0 ? 'Nothing here generates.' : `These do: ${have.join(', ')}.`;
  return new ProblemError({
    kind: 'problem',
    id: 'unknown-generator',
    exitCode: EXIT.error,
    found: `\`${feature}\` is no feature that generates. ${list}`,
    todo: 'Write one of them, and a name: `joinery generate ddd-aggregate:entity OrderLine`.',
  });
}

function noKind(feature: string, kind: string, kinds: readonly string[]): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'unknown-generator',
    exitCode: EXIT.error,
    found: `\`${feature}\` generates ${kinds.join(', ')}, and no \`${kind}\`.`,
    todo: `Write one of them: \`joinery generate ${feature}:${kinds[0]} Name\`.`,
  });
}

function invalid(faults: readonly string[], known: NonNullable<Generator['arguments']>): ProblemError {
  const list = Object.entries(known).map(([name, { description }]) => `\`--${name}\`: ${description}`);
  return new ProblemError({
    kind: 'problem',
    id: 'invalid-request',
    exitCode: EXIT.error,
    found: `The request cannot be understood: ${faults.join('; ')}.`,
    todo: list.join('. '),
  });
}
