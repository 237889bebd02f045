import type { Code } from './code.ts';
import type { FileEditStatement } from './file-edit.ts';
import type { Json } from './json.ts';
import type { Range } from './manifest.ts';
import type { SlotName, Slots } from './slots.ts';

/** Where a TypeScript file lies: in the platform folder, or in the folder of the service's sources. */
export type Area = 'platform' | 'source';

/** A file rendered from one of the feature's templates. */
export interface TemplateStatement {
  readonly kind: 'template';
  /** Inside the feature's `templates` folder, e.g. `express/health/routes.ts`. */
  readonly template: string;
  /** Inside its area, e.g. `health/routes.ts`. */
  readonly to: string;
  /** `platform` unless told. Domain code, which people live in, lies in `source`. */
  readonly area?: Area;
  /** `$Name` holes and what fills them. */
  readonly names: Readonly<Record<string, string>>;
}

/** A file whose text is built by the feature. */
export interface FileStatement {
  readonly kind: 'file';
  /** Inside its area; TypeScript. */
  readonly to: string;
  /** `platform` unless told. */
  readonly area?: Area;
  readonly content: Code;
  /** Written where it is missing, then left to people, as a document of theirs is. */
  readonly owner?: 'yours';
}

/** What a document says: text as it is, a text template of the feature with `$Name` tokens, or data to print. */
export type DocumentContent =
  | { readonly form: 'text'; readonly text: string }
  | {
      readonly form: 'template';
      readonly template: string;
      readonly names: Readonly<Record<string, string>>;
    }
  | {
      readonly form: 'yaml' | 'json';
      readonly value: Json;
      /** Of YAML: comment lines at the top, without `#`. */
      readonly comment?: string;
    };

/** A file of the service that is not its TypeScript: SQL, Markdown, YAML, JSON, a script. */
export interface DocumentStatement {
  readonly kind: 'document';
  /** From the service's folder: `docs/runbooks/target-down.md`. */
  readonly path: string;
  readonly content: DocumentContent;
  /**
   * `ours` is kept up to date and merged with people's edits. `yours` is written where it is missing, then left to
   * people: never changed, and taken out only while it is as it was written.
   * `rendered` follows from a file of people's, by a script of the service too: always written anew, never merged.
   */
  readonly owner: 'ours' | 'yours' | 'rendered';
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

/** A file or folder of people's that is wanted elsewhere; imports of it follow, and it goes back when nobody asks any more. */
export interface MoveStatement {
  readonly kind: 'move';
  /** From the service's folder: `src/orders/pricing.ts`. */
  readonly from: string;
  readonly to: string;
}

/** Something people should know or do after applying; one sentence. */
export interface NoteStatement {
  readonly kind: 'note';
  readonly text: string;
}

/** Why a feature cannot be planned: what people wrote cannot be used. Nothing is changed then. */
export interface RefusalStatement {
  readonly kind: 'refusal';
  /** One sentence. */
  readonly found: string;
  /** The next step, in the imperative. */
  readonly todo: string;
  /** File and key: `slo.yaml#objectives[0].period`. */
  readonly places: readonly string[];
}

/** Turn the calls of `console` in the service's own code, as far as its entry reaches, into calls of a logger. */
export interface ConsoleCallsStatement {
  readonly kind: 'console-calls';
  /** A file of the platform folder, `#host/logging/service-logger`. */
  readonly module: string;
  /** What it exports: an object with a method for each level, called as pino is. */
  readonly name: string;
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
  | DocumentStatement
  | DependencyStatement
  | ScriptStatement
  | StartOptionStatement
  | DotenvStatement
  | FileEditStatement
  | MoveStatement
  | ConsoleCallsStatement
  | NoteStatement
  | RefusalStatement
  | ContributionStatement;

/** Render a template of this feature into the folder of the service's sources: `domain/kernel/entity.ts`. */
export function sourceTemplate(
  path: string,
  to: string,
  names: Readonly<Record<string, string>> = {},
): TemplateStatement {
  return { kind: 'template', template: path, to, names, area: 'source' };
}

/** Write a TypeScript file into the folder of the service's sources. */
export function sourceFile(to: string, content: Code): FileStatement {
  return { kind: 'file', to, content, area: 'source' };
}

/** Write a document, its path from the service's folder, and keep it up to date. */
export function document(path: string, content: DocumentContent): DocumentStatement {
  return { kind: 'document', path, content, owner: 'ours' };
}

/** Write a document where it is missing, and leave it to people from then on. */
export function startDocument(path: string, content: DocumentContent): DocumentStatement {
  return { kind: 'document', path, content, owner: 'yours' };
}

/**
 * Write a document that follows from a file of people's, as a script of the service does when they have edited that file.
 * It is written anew each time, so nobody edits it by hand.
 */
export function renderedDocument(path: string, content: DocumentContent): DocumentStatement {
  return { kind: 'document', path, content, owner: 'rendered' };
}

/** Text as it is. */
export function text(content: string): DocumentContent {
  return { form: 'text', text: content };
}

/** A text template of this feature, e.g. `runbooks/target-down.md`, its `$Name` tokens filled. */
export function textTemplate(
  template: string,
  names: Readonly<Record<string, string>> = {},
): DocumentContent {
  return { form: 'template', template, names };
}

/** Data, printed as YAML. */
export function yaml(value: Json, comment?: string): DocumentContent {
  return { form: 'yaml', value, ...(comment === undefined ? {} : { comment }) };
}

/** Data, printed as JSON. */
export function json(value: Json): DocumentContent {
  return { form: 'json', value };
}

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

/** Write a TypeScript file into the platform folder where it is missing, and leave it to people from then on. */
export function startFile(to: string, content: Code): FileStatement {
  return { kind: 'file', to, content, owner: 'yours' };
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

/** Move a file or folder of people's, its tests beside it included; every import of it follows. */
export function move(from: string, to: string): MoveStatement {
  return { kind: 'move', from, to };
}

/**
 * Turn calls of `console` in people's own code into calls of a logger that a file of the platform folder exports.
 *
 * @example convertConsoleCalls('#host/logging/service-logger', 'logger')
 */
export function convertConsoleCalls(module: string, name: string): ConsoleCallsStatement {
  return { kind: 'console-calls', module, name };
}

/** Tell people something after applying. */
export function note(text: string): NoteStatement {
  return { kind: 'note', text };
}

/** Refuse the plan, because something that people wrote cannot be used. */
export function refuse(found: string, todo: string, places: readonly string[]): RefusalStatement {
  return { kind: 'refusal', found, todo, places };
}

/** Contribute to a slot. It is dropped when no installed feature owns the slot. */
export function contribute<S extends SlotName>(slot: S, value: Slots[S]): ContributionStatement<S> {
  return { kind: 'contribution', slot, value };
}
