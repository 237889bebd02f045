import type { Problem } from '@joinery/engine';
import { type CachedDocument, documentCache } from './document-cache.ts';
import { featuresIn, type RegistryFeature } from './features-in.ts';
import { type Fetch, fetchDocument } from './fetch-document.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import { packageName } from './package-name.ts';
import { registryProblem } from './registry-problem.ts';

/** Where the registry is and how patient to be with it. */
export interface RegistryOptions {
  /** `https://registry.npmjs.org`, or a mirror of it. */
  readonly registry: string;
  /** The folder for documents fetched before. Made when first needed. */
  readonly cacheFolder: string;
  readonly fetch: Fetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Use what is cached and nothing else. */
  readonly offline: boolean;
  /** Told of each published version whose manifest is not valid; such a version can't be chosen. */
  readonly onFault: (problem: Problem) => void;
  readonly timeout: number;
  readonly attempts: number;
  readonly concurrency: number;
  /** How long a cached document is taken as it is, without asking whether it changed. */
  readonly maxAge: number;
}

/** The npm registry as a source of features. */
export interface RegistrySource {
  /** What is known without asking the network: nothing. Names come from requests and manifests. */
  names(): Promise<readonly string[]>;
  /** Every published version of the named feature; empty when the registry has no such package. */
  versions(name: string): Promise<readonly RegistryFeature[]>;
}

const DEFAULTS = {
  registry: 'https://registry.npmjs.org',
  fetch: (url: string, init: RequestInit) => globalThis.fetch(url, init),
  now: () => Date.now(),
  sleep: (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
  offline: false,
  onFault: () => {},
  timeout: 10_000,
  attempts: 3,
  concurrency: 16,
  maxAge: 300_000,
} as const satisfies Omit<RegistryOptions, 'cacheFolder'>;

/**
 * Read features from the package documents of an npm registry: no tarball is downloaded and no code run.
 * Each package is asked for at most once, and only when it is named.
 */
export function registrySource(
  options: Pick<RegistryOptions, 'cacheFolder'> & Partial<RegistryOptions>,
): RegistrySource {
  const all: RegistryOptions = { ...DEFAULTS, ...options };
  const asked = new Map<string, Promise<readonly RegistryFeature[]>>();
  const inTurn = limitConcurrency(all.concurrency);
  return {
    names: async () => [],
    versions: (name) => {
      const known = asked.get(name);
      if (known !== undefined) return known;
      const found = inTurn(() => read(all, packageName(name)));
      asked.set(name, found);
      return found;
    },
  };
}

async function read(options: RegistryOptions, name: string): Promise<readonly RegistryFeature[]> {
  const cache = documentCache(options.cacheFolder, options.registry);
  const cached = await cache.read(name);
  const document = await current(options, name, cached);
  if (document !== cached) await cache.write(document);
  return featuresIn(document, options);
}

/** The cached document where it will do, else what the registry has now. */
async function current(
  options: RegistryOptions,
  name: string,
  cached: CachedDocument | undefined,
): Promise<CachedDocument> {
  if (options.offline) {
    if (cached !== undefined) return cached;
    throw registryProblem({ kind: 'not-cached', name, registry: options.registry });
  }
  const isFresh = cached !== undefined && options.now() - cached.fetchedAt < options.maxAge;
  return isFresh ? cached : fetchDocument(options, name, cached);
}
