import type { Json, Range, Tier } from '@joinery/kit';
import type { Called } from '../resolver/request.ts';

/** What a person, `nx` or `yo` asked for. Everything that is wanted already stays wanted. */
export interface ComposeRequest {
  readonly add: readonly FeatureRequest[];
  /** Features to take out. */
  readonly remove: readonly string[];
  /** Features that must not be chosen. */
  readonly exclude: readonly string[];
  /** Absent: the tier in joinery.json, else `basic`. */
  readonly tier?: Tier;
  /** `newest` ignores the versions in the lockfile. */
  readonly prefer: 'newest' | 'lock';
  /** Features whose versions in the lockfile count no more. */
  readonly upgrade?: readonly string[];
  /** Take out, too, what requires a feature to take out. */
  readonly cascade?: boolean;
  /** Delete files of removed features although people edited them. */
  readonly force?: boolean;
  /** How `joinery` was called, which the commands of fixes repeat. */
  readonly called?: Called;
}

export interface FeatureRequest {
  readonly name: string;
  /** `*` unless told. */
  readonly range?: Range;
  readonly options?: Readonly<Record<string, Json>>;
  /** What is to be generated: added to options that hold an entry for each name. */
  readonly entries?: readonly OptionEntry[];
}

/** Something to add to an option; what is there already stays, unless it is said anew. */
export interface OptionEntry {
  /** `aggregates`. */
  readonly option: string;
  /** `Order`. */
  readonly name: string;
  readonly value: Readonly<Record<string, Json>>;
}
