import type {
  DependencyStatement,
  DotenvStatement,
  FileEdit,
  HostCode,
  Json,
  Profile,
  ScriptStatement,
  StartOptionStatement,
} from '@joinery/kit';
import type { Problem } from '../problem.ts';
import type { Tree } from '../tree/tree.ts';
import type { ComposePlatform, Wiring } from './platform.ts';

/**
 * One change to an existing source file: plain data, kept in the lockfile, recognised and taken back by binding.
 * `detail` belongs to the verb.
 */
export interface HostEdit {
  readonly file: string;
  readonly verb: string;
  readonly detail: Readonly<Record<string, Json>>;
}

/** What became of an edit: `place` is absent when it is gone. */
export interface FoundEdit {
  /** Where it was made. */
  readonly file: string;
  readonly module: string;
  readonly symbol?: string;
  /** `src/server.ts:12`. */
  readonly place?: string;
}

interface UsedSymbol {
  /** The service's file that exports it. */
  readonly module: string;
  readonly symbol: string;
}

/** One use of another generated file that people took out, or moved before something that it came after. */
export type UseDrift = UsedSymbol & { readonly line: number } & (
    | { readonly kind: 'gone' }
    | { readonly kind: 'moved'; readonly before: UsedSymbol }
  );

/** The host's source files after all edits, or why none can be made. */
export type EditOutcome =
  | {
      readonly kind: 'edited';
      /** Only files whose text changes. */
      readonly files: readonly { readonly path: string; readonly text: string }[];
      /** Every edit that now stands, made now or before, sorted by file and verb. */
      readonly edits: readonly HostEdit[];
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Three versions of one text brought together. */
export type MergeOutcome =
  | { readonly kind: 'merged'; readonly text: string }
  | { readonly kind: 'conflict'; readonly text: string; readonly count: number };

/** What package.json must hold, and no longer hold. */
export interface PackageChanges {
  readonly dependencies: readonly DependencyStatement[];
  readonly scripts: readonly ScriptStatement[];
  readonly startOptions: readonly StartOptionStatement[];
  readonly removed: readonly (DependencyStatement | ScriptStatement | StartOptionStatement)[];
}

/** What an edit put into a file of people's: all that is needed to take it out again to the byte. */
export interface LockedFileEdit {
  readonly edit: FileEdit;
  readonly put: {
    /** What stands there now. */
    readonly text: string;
    /** What stood there before; empty unless ours stands in two pieces. */
    readonly was: string;
    /** How far into `text` that which the edit is recognised by starts. */
    readonly at: number;
    /** How many of a path's keys were there before. */
    readonly outer: number;
    /** Where ours stands in many places of the file: each, in the file's order, and what stood there before. */
    readonly pieces?: readonly { readonly text: string; readonly was: string }[];
  };
}

/** A file of people's, the edits of ours that stand in it, and those that must. */
export interface FileEditRequest {
  readonly file: string;
  /** `undefined` when there is no such file yet. */
  readonly text: string | undefined;
  readonly before: readonly LockedFileEdit[];
  readonly wanted: readonly FileEdit[];
}

export type FileEditResult =
  | {
      readonly kind: 'edited';
      readonly text: string;
      readonly placed: readonly LockedFileEdit[];
      /** Wanted ones that are not made, because people set something else. */
      readonly theirs: readonly FileEdit[];
      /** Earlier ones that people changed so much that they are left to them. */
      readonly left: readonly FileEdit[];
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** What `console` is used for in the code that an entry reaches. */
export interface ConsoleUses {
  /** Files with calls that can become a logger's. */
  readonly files: readonly string[];
  /** Where it is used otherwise: `src/jobs.ts:12`. */
  readonly others: readonly string[];
}

/** Every way of changing text that exists; implemented by `@joinery/source`, loaded on first use. */
export interface HostEditor {
  readonly composePlatform: ComposePlatform;
  /** Bring the host's sources from `before` (the lockfile's edits) to `wanted`. */
  wire(tree: Tree, profile: Profile, wanted: readonly Wiring[], before: readonly HostEdit[]): EditOutcome;
  /** Tell what people's own code says; nothing is read before it is asked. */
  readCode(tree: Tree, profile: Profile): HostCode;
  /** Find recorded edits by what they are bound to, along the imports of the entry. */
  findEdits(tree: Tree, entry: string | undefined, edits: readonly HostEdit[]): readonly FoundEdit[];
  /** Find what `console` is used for in the code that an entry reaches, but for the platform folder's. */
  findConsole(tree: Tree, entry: string | undefined, platformFolder: string): ConsoleUses;
  /** Tell what a generated file no longer uses, or uses in another order, than its pristine text did. */
  compareUses(tree: Tree, path: string, pristine: string): readonly UseDrift[];
  /** Rewrite generated TypeScript, written in Joinery's own style, in the host's: by its Prettier options, if it has any. */
  restyle(text: string, host: Pick<Profile, 'style' | 'prettier'>): Promise<string>;
  /** `base` is the pristine text both sides come from; the path tells its format. */
  merge(base: string, ours: string, theirs: string, path: string): MergeOutcome;
  /** Let imports follow files that move: what changes, by the paths where it will be. */
  retarget(
    tree: Tree,
    moves: readonly { readonly from: string; readonly to: string }[],
  ): readonly { readonly path: string; readonly text: string }[];
  editPackage(text: string, changes: PackageChanges): string;
  /** Bring a file that people own from the edits that stand in it to those that are wanted. */
  editFile(request: FileEditRequest): FileEditResult;
  /** Print data as YAML, below comment lines; the same data always gives the same text. */
  printYaml(value: Json, comment: string | undefined): string;
  /** Read YAML: one value for each document. Throws ProblemError `unreadable-yaml`, which names file and line. */
  parseYaml(text: string, path: string): readonly Json[];
  /** Set a value of a JSON file, or take it out with `undefined`; comments, order and style stay. */
  editJson(text: string, path: readonly string[], value: Json | undefined): string;
  /** `text` is `undefined` when the file must be created; so is the answer when nothing is left in it. */
  editDotenv(
    text: string | undefined,
    wanted: DotenvStatement['entries'],
    removed: readonly string[],
  ): string | undefined;
}
