import type { FeaturePlan, Json, Manifest } from '@joinery/kit';

/** A feature's package, loaded: its manifest, its plan and the texts of its templates. */
export interface Feature {
  /** `health` for `@joinery/health`; the package's whole name for anyone else's. */
  readonly name: string;
  readonly version: string;
  readonly manifest: Manifest;
  /** JSON Schema (draft-07, an object of scalars, enums and lists of them). */
  readonly optionsSchema?: Json;
  readonly plan: FeaturePlan<Readonly<Record<string, Json>>>;
  /** Path inside `templates/` → text. */
  readonly templates: Readonly<Record<string, string>>;
}
