import type { Manifest } from '@joinery/kit';

/** The fields of a feature's package.json that finding and loading it need. */
export interface FeaturePackage {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly manifest: Manifest;
  readonly exports: unknown;
}
