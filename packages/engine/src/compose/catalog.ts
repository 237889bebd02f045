import type { Manifest } from '@joinery/kit';
import type { CatalogEntry } from '../resolver/request.ts';
import type { Feature } from './feature.ts';

/** Where a version of a feature was found. */
export type FeatureOrigin = 'workspace' | 'node_modules' | 'bundled' | 'registry' | 'file';

/** One version of one feature, with its whole manifest. */
export interface CatalogFeature {
  readonly entry: CatalogEntry;
  readonly manifest: Manifest;
  readonly origin: FeatureOrigin;
}

/** Every feature that can be had, whatever its source. Nothing of a feature's code runs before `load`. */
export interface Catalog {
  /** All names known without asking the network, sorted. */
  names(): Promise<readonly string[]>;
  /** Every version of the named feature; empty when there is none. */
  versions(name: string): Promise<readonly CatalogFeature[]>;
  /** Throws ProblemError `feature-unloadable` when the package can't be loaded. */
  load(name: string, version: string): Promise<Feature>;
}
