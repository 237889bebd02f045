import type { Profile } from '@joinery/kit';
import type { Tree } from '../tree/tree.ts';
import { extendedSettings } from './extended-settings.ts';
import { parseJsonWithComments } from './json-with-comments.ts';
import { joinPath } from './path.ts';

/** The compiler options that decide what generated code must look like. */
export interface TypeScriptSettings {
  /** The file they were read from. */
  readonly file: string;
  readonly compilation: NonNullable<Profile['compilation']>;
  readonly module: string;
  readonly moduleResolution: string;
  readonly target?: string;
  /** Whether every file that it extends was read, so that what is absent is not set. */
  readonly whole: boolean;
  readonly outDir?: string;
  readonly rootDir?: string;
  readonly allowImportingTsExtensions: boolean;
  /** The packages whose global types are seen; absent for all. */
  readonly types?: readonly string[];
}

type Options = Readonly<Record<string | symbol, unknown>>;

/** Marks options that stand in a file that was not read, such as one of a package that is not installed. */
const UNREAD = Symbol('unread');

/** Candidates in the order a build would take them. */
const FILES = ['tsconfig.json', 'tsconfig.build.json', 'tsconfig.app.json'] as const;

/** Read the settings, `extends` followed as far as it can be read; `undefined` when there is no tsconfig. */
export function readTypeScriptSettings(tree: Tree): TypeScriptSettings | undefined {
  const present = FILES.filter((file) => tree.read(file) !== undefined);
  const [file] = present;
  if (file === undefined) return undefined;
  const options: Options = Object.assign(
    {},
    ...present.map((name) => optionsOf(tree, name, new Set())).reverse(),
  );
  const outDir = text(options, 'outDir');
  const rootDir = text(options, 'rootDir');
  const target = text(options, 'target')?.toLowerCase();
  return {
    file,
    compilation: { file: compiling(tree, present), writes: WRITES.filter((name) => Boolean(options[name])) },
    module: text(options, 'module')?.toLowerCase() ?? '',
    moduleResolution: text(options, 'moduleResolution')?.toLowerCase() ?? '',
    whole: options[UNREAD] !== true,
    ...(target === undefined ? {} : { target }),
    allowImportingTsExtensions:
      options.allowImportingTsExtensions === true || options.rewriteRelativeImportExtensions === true,
    ...(Array.isArray(options.types) ? { types: options.types.map(String) } : {}),
    ...(outDir === undefined ? {} : { outDir: joinPath('', outDir) }),
    ...(rootDir === undefined ? {} : { rootDir: joinPath('', rootDir) }),
  };
}

const WRITES = [
  'composite',
  'incremental',
  'declarationMap',
  'emitDeclarationOnly',
  'tsBuildInfoFile',
] as const;

/** The file that compiles sources: not one that lists no files and refers to others. */
function compiling(tree: Tree, present: readonly string[]): string {
  const [first = '', ...others] = present;
  const parsed = parseJsonWithComments(tree.read(first) ?? '');
  const refersOnly =
    isRecord(parsed) && Array.isArray(parsed.files) && parsed.files.length === 0 && 'references' in parsed;
  return refersOnly ? (others.find((name) => name === 'tsconfig.app.json') ?? others[0] ?? first) : first;
}

function optionsOf(tree: Tree, file: string, seen: ReadonlySet<string>): Options {
  const source = tree.read(file);
  if (source === undefined || seen.has(file)) return { [UNREAD]: true };
  const parsed = parseJsonWithComments(source);
  if (!isRecord(parsed)) return {};
  const own = isRecord(parsed.compilerOptions) ? parsed.compilerOptions : {};
  const parents = [parsed.extends].flat().filter((path): path is string => typeof path === 'string');
  const followed = parents
    .map((path) => extendedSettings(tree, file, path)?.path)
    .filter((path) => path !== undefined);
  const inherited = followed.map((path) => optionsOf(tree, path, new Set([...seen, file])));
  const unread = followed.length < parents.length ? { [UNREAD]: true } : {};
  return Object.assign(unread, ...inherited, own);
}

function text(options: Options, key: string): string | undefined {
  const value = options[key];
  return typeof value === 'string' ? value : undefined;
}

function isRecord(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
