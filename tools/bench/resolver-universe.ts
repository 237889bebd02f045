import type { CatalogEntry, ResolveRequest, Universe } from '../../packages/engine/src/resolver/request.ts';

/** A made-up catalog, the same for the same numbers. */
export interface UniverseShape {
  readonly features: number;
  readonly versionsPerFeature: number;
  readonly requested: number;
  readonly seed: number;
}

/** Layers of features that require older layers by caret ranges; some provide shared capabilities. */
export function layeredUniverse(shape: UniverseShape): { universe: Universe; request: ResolveRequest } {
  const random = generator(shape.seed);
  const features: CatalogEntry[] = [];
  for (let feature = 0; feature < shape.features; feature++) {
    for (let version = 0; version < shape.versionsPerFeature; version++) {
      features.push(entry(shape, feature, version, random));
    }
  }
  const wanted: Record<string, string> = {};
  const step = Math.max(1, Math.floor(shape.features / shape.requested));
  for (let index = 0; index < shape.requested; index++) wanted[name(shape.features - 1 - index * step)] = '*';
  return {
    universe: { features },
    request: { features: wanted, tier: 'advanced', host: { node: '20.19.0', express: '4.18.2' } },
  };
}

function entry(shape: UniverseShape, feature: number, version: number, random: () => number): CatalogEntry {
  const requires: Record<string, string> = {};
  const below = Math.min(feature, 60);
  for (let count = 0; below > 0 && count < 3; count++) {
    const target = feature - 1 - Math.floor(random() * below);
    const lag = Math.floor(random() * 3);
    requires[name(target)] = range(
      Math.max(0, Math.min(version, shape.versionsPerFeature - 1) - lag),
      random,
    );
  }
  const group = feature % 25;
  if (feature > 50 && random() < 0.2) requires[`cap.${group}`] = '^1.0.0';
  return {
    name: name(feature),
    version: versionOf(version),
    requires,
    ...(feature < 50 ? { provides: { [`cap.${group}`]: '1.0.0' } } : {}),
    ...(random() < 0.1 ? { optional: { [name(Math.floor(random() * shape.features))]: '>=1.0.0' } } : {}),
    ...(random() < 0.1 ? { host: { express: version % 2 === 0 ? '^4 || ^5' : '^4' } } : {}),
    ...(random() < 0.2 ? { tiers: { min: 'intermediate' as const } } : {}),
  };
}

function range(version: number, random: () => number): string {
  const lower = versionOf(version);
  return random() < 0.8 ? `>=${lower}` : `^${lower}`;
}

/** 1.0.0, 1.1.0 … 1.4.0, 2.0.0 … */
function versionOf(version: number): string {
  return `${1 + Math.floor(version / 5)}.${version % 5}.0`;
}

function name(feature: number): string {
  return `feature-${String(feature).padStart(5, '0')}`;
}

/** Mulberry32: small, and the same on every machine. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
