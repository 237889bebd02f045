import type { Json, Tier } from '@joinery/kit';
import type { HostEdit, LockedFileEdit } from '../planner/host-editor.ts';

/** The name of the lockfile in a service's folder. */
export const LOCKFILE = 'joinery.lock.json';

/** The folder of pristine texts in a service's folder. */
export const BASE_FOLDER = '.joinery/base';

/** What is there: features, options, owned files and edits. Sorted, one fact a line, no timestamps. */
export interface Lockfile {
  readonly schema: 1;
  readonly tier: Tier;
  readonly platformFolder: string;
  readonly features: Readonly<Record<string, LockedFeature>>;
  /** Generated files: path → owners and the hash of the pristine text, which is kept in the base folder. */
  readonly files: Readonly<Record<string, LockedFile>>;
  readonly edits: readonly HostEdit[];
  readonly dependencies: Readonly<Record<string, LockedDependency>>;
  readonly scripts: Readonly<Record<string, LockedScript>>;
  readonly startOptions: readonly LockedStartOption[];
  /** Dotenv file → variables added to it. */
  readonly dotenv: Readonly<Record<string, LockedDotenv>>;
  /** File that people own → what was put into it. Absent in lockfiles of Joinery 0.1.0. */
  readonly fileEdits?: Readonly<Record<string, LockedFileEdits>>;
  /** File or folder of people's → where it was moved. Absent where nothing was. */
  readonly moves?: Readonly<Record<string, LockedMove>>;
}

export interface LockedFeature {
  readonly version: string;
  readonly requested: boolean;
  readonly options: Readonly<Record<string, Json>>;
}

export interface LockedFile {
  readonly hash: string;
  readonly owners: readonly string[];
  /** Left to people once it was written: never merged, so it has no pristine text. */
  readonly yours?: true;
  /** Follows from a file of people's: written anew by each run and by a script of the service, so it has no pristine text. */
  readonly rendered?: true;
  /** The pristine text that another branch had; known only while a merge of git's is settled, never written. */
  readonly other?: string;
}

export interface LockedDependency {
  readonly range: string;
  readonly dev: boolean;
  readonly owners: readonly string[];
}

export interface LockedScript {
  readonly command: string;
  readonly owners: readonly string[];
}

export interface LockedStartOption {
  readonly program: string;
  readonly option: readonly [name: string, value: string];
  readonly owners: readonly string[];
}

export interface LockedDotenv {
  /** Whether Joinery created the file. */
  readonly created: boolean;
  /** Variable → what was written of it, so that it follows the feature while people leave it alone. */
  readonly entries: Readonly<Record<string, { readonly value: string; readonly comment: string }>>;
}

export interface LockedMove {
  readonly to: string;
  /** What was moved, from its own path: `['']` for a file, `['pricing.ts']` for a folder. */
  readonly files: readonly string[];
  readonly owners: readonly string[];
}

export interface LockedFileEdits {
  /** Whether Joinery created the file. */
  readonly created: boolean;
  readonly owners: readonly string[];
  /** In the order in which they were made. */
  readonly edits: readonly LockedFileEdit[];
}
