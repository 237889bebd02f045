import type { Fact, Json } from '@joinery/kit';
import type { Tree } from '../tree/tree.ts';
import { parseJsonWithComments } from './json-with-comments.ts';
import type { PackageJson } from './package-json.ts';

type Options = Readonly<Record<string, Json>>;

const FILES = [
  '.prettierrc',
  '.prettierrc.json',
  '.prettierrc.yaml',
  '.prettierrc.yml',
  '.prettierrc.json5',
] as const;

/** Options that say how text looks; plugins and overrides are the host's own business. */
const KNOWN = [
  'arrowParens',
  'bracketSameLine',
  'bracketSpacing',
  'endOfLine',
  'experimentalOperatorPosition',
  'experimentalTernaries',
  'objectWrap',
  'printWidth',
  'quoteProps',
  'semi',
  'singleQuote',
  'tabWidth',
  'trailingComma',
  'useTabs',
] as const;

/** Find how the host formats with Prettier; `undefined` when it does not, or says so in a program. */
export function findPrettier(tree: Tree, json: PackageJson): Fact<Options> | undefined {
  if (json.devDependencies.prettier === undefined && json.dependencies.prettier === undefined)
    return undefined;
  const folders = ['', ...(tree.workspace === undefined ? [] : [`${tree.workspace}/`])];
  const paths = folders.flatMap((folder) => FILES.map((file) => folder + file));
  for (const path of paths) {
    const text = tree.read(path);
    const parsed = text === undefined ? undefined : (parseJsonWithComments(text) ?? parseFlatYaml(text));
    if (isOptions(parsed)) return { value: pick(parsed), evidence: path };
  }
  const own = parseJsonWithComments(tree.read('package.json') ?? '');
  const field = isOptions(own) ? own.prettier : undefined;
  return isOptions(field) ? { value: pick(field), evidence: 'package.json#prettier' } : undefined;
}

/** YAML as people write it here: one `key: value` a line. Anything more is not understood, and then not guessed. */
function parseFlatYaml(text: string): Options | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !/^\s*(?:#|---)/.test(line));
  const pairs = lines.map((line) => /^(\w+):\s*(?:'([^']*)'|"([^"]*)"|([^\s#]+))\s*(?:#.*)?$/.exec(line));
  if (pairs.length === 0 || pairs.some((pair) => pair === null)) return undefined;
  return Object.fromEntries(
    pairs.map((pair) => [pair?.[1] ?? '', scalar(pair?.[2] ?? pair?.[3], pair?.[4] ?? '')] as const),
  );
}

function scalar(quoted: string | undefined, plain: string): Json {
  if (quoted !== undefined) return quoted;
  if (plain === 'true' || plain === 'false') return plain === 'true';
  return /^\d+$/.test(plain) ? Number(plain) : plain;
}

function pick(options: Options): Options {
  return Object.fromEntries(
    KNOWN.flatMap((key) => (options[key] === undefined ? [] : [[key, options[key]] as const])),
  );
}

function isOptions(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
