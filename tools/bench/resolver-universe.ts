import type { CatalogEntry, ResolveRequest, Universe } from '../../packages/engine/src/resolver/request.ts';

/** A made-up catalog, the same for the same numbers. */
export interface UniverseShape {
  readonly features: number;
  readonly versionsPerFeature: number;
  readonly requested: number;
  readonly seed: number;
}

/** What is asked of a made-up catalog. */
export interface Case {
  readonly universe: Universe;
  readonly request: ResolveRequest;
}

const LAYERS = 5;
const CAPABILITIES = 20;

/** Five layers; features require features of the layer below and, now and then, a shared capability. */
export function layeredUniverse(shape: UniverseShape): Case {
  const random = generator(shape.seed);
  const features: CatalogEntry[] = [];
  for (let feature = 0; feature < shape.features; feature++) {
    for (let version = 0; version < shape.versionsPerFeature; version++) {
      features.push(entry(shape, feature, version, random));
    }
  }
  const wanted: Record<string, string> = {};
  for (let index = 0; index < shape.requested; index++) wanted[name(shape.features - 1 - index)] = '*';
  return {
    universe: { features },
    request: { features: wanted, tier: 'advanced', host: { node: '20.19.0', express: '4.18.2' } },
  };
}

/** The same, but the newest of what is asked for wants what an older one of its neighbours rules out. */
export function brokenUniverse(shape: UniverseShape): Case {
  const { universe, request } = layeredUniverse(shape);
  const [first = '', second = ''] = Object.keys(request.features);
  const shared = name(0);
  const features = universe.features.map((one) => {
    if (one.name === first) return { ...one, requires: { ...one.requires, [shared]: '>=2.0.0' } };
    if (one.name === second) return { ...one, requires: { ...one.requires, [shared]: '<2.0.0' } };
    return one.name === shared ? { name: one.name, version: one.version } : one;
  });
  return { universe: { features }, request };
}

function entry(shape: UniverseShape, feature: number, version: number, random: () => number): CatalogEntry {
  const size = Math.floor(shape.features / LAYERS);
  const layer = Math.min(LAYERS - 1, Math.floor(feature / size));
  const requires: Record<string, string> = {};
  for (let count = layer === 0 ? 0 : 1 + Math.floor(random() * 2); count > 0; count--) {
    const target = (layer - 1) * size + Math.floor(random() * size);
    requires[name(target)] = range(Math.max(0, version - Math.floor(random() * 3)), random);
  }
  if (layer > 1 && random() < 0.1) requires[`capability-${Math.floor(random() * CAPABILITIES)}`] = '^1.0.0';
  return {
    name: name(feature),
    version: versionOf(version),
    requires,
    ...(layer === 0 && feature < 2 * CAPABILITIES
      ? { provides: { [`capability-${feature % CAPABILITIES}`]: '1.0.0' } }
      : {}),
    ...(layer > 0 && random() < 0.1 ? { optional: { [name(Math.floor(random() * size))]: '>=1.1.0' } } : {}),
    ...(random() < 0.1 ? { host: { express: version % 2 === 0 ? '^4 || ^5' : '^5' } } : {}),
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
