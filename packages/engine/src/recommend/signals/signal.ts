/** Something that a service's own code does, found by its text; see docs/write-a-feature.md#signals. */
export interface Signal {
  /** Completes "`src/server.ts:41` …": `listens`. */
  readonly found: string;
  /** Completes "…, no SIGTERM handler", with its own `no` or `nothing`. */
  readonly missing: string;
  /** Packages whose import, or whose place among the dependencies, is such a sighting. */
  readonly packages?: readonly string[];
  /** What the text of a file shows; global and without backtracking over long texts. */
  readonly pattern?: RegExp;
  /** Of which files; absent: of all. */
  readonly files?: RegExp;
  readonly notFiles?: RegExp;
}
