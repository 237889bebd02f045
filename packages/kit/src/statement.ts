import type { Code } from './code.ts';
import type { Range } from './manifest.ts';
import type { SlotName, Slots } from './slots.ts';

/** A file rendered from one of the feature's templates. */
export interface TemplateStatement {
  readonly kind: 'template';
  /** Inside the feature's `templates` folder, e.g. `express/health/routes.ts`. */
  readonly template: string;
  /** Inside the platform folder, e.g. `health/routes.ts`. */
  readonly to: string;
  /** `$Name` holes and what fills them. */
  readonly names: Readonly<Record<string, string>>;
}

/** A file whose text is built by the feature. */
export interface FileStatement {
  readonly kind: 'file';
  /** Inside the platform folder; TypeScript. */
  readonly to: string;
  readonly content: Code;
}

/** A package the generated code needs. */
export interface DependencyStatement {
  readonly kind: 'dependency';
  readonly name: string;
  readonly range: Range;
  readonly dev: boolean;
  /** What is good enough where the host has the package already; `range` unless told. */
  readonly accepts?: Range;
}

/** A script of package.json. One that exists with another text is a collision and reported. */
export interface ScriptStatement {
  readonly kind: 'script';
  readonly name: string;
  readonly command: string;
}

/** Options to add to whichever command starts the service, e.g. `fastify start` and `--close-grace-delay 30000`. */
export interface StartOptionStatement {
  readonly kind: 'start-option';
  /** The program whose call is extended. */
  readonly program: string;
  /** Option and value, e.g. `['--close-grace-delay', '30000']`. One that is set already stays. */
  readonly option: readonly [name: string, value: string];
}

/** A variable kept in step in a `.env.example`. Entries people wrote stay. */
export interface DotenvStatement {
  readonly kind: 'dotenv';
  /** From the service's folder. */
  readonly file: string;
  readonly entries: readonly DotenvEntry[];
}

export interface DotenvEntry {
  readonly name: string;
  readonly value: string;
  readonly comment: string;
}

/** Something people should know or do after applying; one sentence. */
export interface NoteStatement {
  readonly kind: 'note';
  readonly text: string;
}

/** Typed data for the owner of a slot. */
export interface ContributionStatement<S extends SlotName = SlotName> {
  readonly kind: 'contribution';
  readonly slot: S;
  readonly value: Slots[S];
}

/** One sentence of a feature's plan. Plain data. */
export type Statement =
  | TemplateStatement
  | FileStatement
  | DependencyStatement
  | ScriptStatement
  | StartOptionStatement
  | DotenvStatement
  | NoteStatement
  | ContributionStatement;

/** Render a template of this feature into the platform folder. */
export function template(
  path: string,
  to: string,
  names: Readonly<Record<string, string>> = {},
): TemplateStatement {
  return { kind: 'template', template: path, to, names };
}

/** Write a TypeScript file into the platform folder. */
export function file(to: string, content: Code): FileStatement {
  return { kind: 'file', to, content };
}

/** Require a package at run time. A version the host has and that satisfies the range stays. */
export function dependency(name: string, range: Range): DependencyStatement {
  return { kind: 'dependency', name, range, dev: false };
}

/** Require a package for development only; `accepts` is what is good enough where the host has it already. */
export function devDependency(name: string, range: Range, accepts: Range = range): DependencyStatement {
  return { kind: 'dependency', name, range, dev: true, accepts };
}

/** Add a script to package.json. */
export function script(name: string, command: string): ScriptStatement {
  return { kind: 'script', name, command };
}

/** Add an option to the command that starts the service, where a program other than node starts it. */
export function startOption(program: string, name: string, value: string): StartOptionStatement {
  return { kind: 'start-option', program, option: [name, value] };
}

/** Keep variables in step in a dotenv file. */
export function dotenv(path: string, entries: readonly DotenvEntry[]): DotenvStatement {
  return { kind: 'dotenv', file: path, entries };
}

/** Tell people something after applying. */
export function note(text: string): NoteStatement {
  return { kind: 'note', text };
}

/** Contribute to a slot. It is dropped when no installed feature owns the slot. */
export function contribute<S extends SlotName>(slot: S, value: Slots[S]): ContributionStatement<S> {
  return { kind: 'contribution', slot, value };
}
