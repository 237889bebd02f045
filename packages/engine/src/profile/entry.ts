import type { Fact } from '@joinery/kit';
import type { Tree } from '../tree/tree.ts';
import { parseJsonWithComments } from './json-with-comments.ts';
import type { PackageJson } from './package-json.ts';
import { joinPath } from './path.ts';
import type { TypeScriptSettings } from './typescript-settings.ts';

/** Scripts that start a service, most telling first. */
const START_SCRIPTS = ['start', 'start:prod', 'serve', 'start:dev', 'dev'] as const;

const USUAL = ['main', 'server', 'index', 'app'].flatMap((name) => [`src/${name}.ts`, `${name}.ts`]);

const SOURCES = ['.ts', '.mts', '.cts', '/index.ts'] as const;

/**
 * Find the source file that the start command ends up running, by the scripts, the container, Nest's or Nx's
 * configuration, package.json's `main`, and last the usual names.
 */
export function findEntry(
  tree: Tree,
  json: PackageJson,
  settings: TypeScriptSettings | undefined,
): Fact<string> | undefined {
  for (const [path, evidence] of runFiles(tree, json)) {
    const source = sourceOf(tree, path, settings);
    if (source !== undefined) return { value: source, evidence };
  }
  const usual = USUAL.find((path) => tree.read(path) !== undefined);
  return usual === undefined ? undefined : { value: usual, evidence: `${usual} is there` };
}

type Candidate = readonly [path: string, evidence: string];

function runFiles(tree: Tree, json: PackageJson): readonly Candidate[] {
  const scripts = START_SCRIPTS.filter((name) => json.scripts[name] !== undefined).map(
    (name) => [`package.json#scripts.${name}`, commandOf(json, name)] as const,
  );
  const container = containerCommands(tree).map(
    (command) => ['Dockerfile', withScripts(json, command, 0)] as const,
  );
  const commands = [...scripts, ...container];
  return [
    ...commands.flatMap(([evidence, command]) => filesIn(command).map((path): Candidate => [path, evidence])),
    ...nestEntry(tree),
    ...nxEntry(tree),
    ...(json.main === undefined ? [] : [[json.main, 'package.json#main'] as const]),
  ];
}

/** What the last stage of the container runs, its last instruction first; in either form of Docker's. */
function containerCommands(tree: Tree): readonly string[] {
  const text = (tree.read('Dockerfile') ?? '').replace(/\\\r?\n/g, ' ');
  const stage = text.slice(Math.max(text.search(/^FROM\b(?![\s\S]*^FROM\b)/im), 0));
  return [...stage.matchAll(/^(?:CMD|ENTRYPOINT)\s+(.*)$/gim)]
    .map(([, command = '']) => command.replace(/["',[\]]+/g, ' ').trim())
    .reverse();
}

/** A script's command, with `npm run other` replaced by the other's. */
function commandOf(json: PackageJson, name: string, depth = 0): string {
  return withScripts(json, json.scripts[name] ?? '', depth);
}

function withScripts(json: PackageJson, command: string, depth: number): string {
  if (depth > 3) return command;
  const run = /\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+([\w:.-]+)|(start)\b)/g;
  return command.replace(run, (_, other: string | undefined, start: string | undefined) =>
    commandOf(json, other ?? start ?? '', depth + 1),
  );
}

/** The file arguments of a command, the last command first: `npm run build && node dist/server.js`. */
function filesIn(command: string): readonly string[] {
  return command
    .split(/&&|\|\||;|\|/)
    .reverse()
    .filter((part) => !/\b(?:jest|vitest|mocha|eslint|prettier|tsc|rimraf|shx)\b/.test(part))
    .flatMap((part) => {
      const words = part.trim().split(/\s+/);
      const preloads = new Set(
        words.filter((_, index) =>
          /^(?:-r|--require|--import|--loader|--env-file)$/.test(words[index - 1] ?? ''),
        ),
      );
      return words.filter((word) => isFile(word) && !preloads.has(word) && !isSettings(word)).reverse();
    });
}

function isFile(word: string): boolean {
  return (
    !word.startsWith('-') &&
    (/\.[cm]?[jt]s$/.test(word) || /^\.?\/?(?:dist|build|src|lib|out|bin|apps)(?:\/[\w./-]*)?$/.test(word))
  );
}

/** Settings of a tool, such as `webpack.config.ts` of `webpack --config webpack.config.ts && node dist/server.js`. */
function isSettings(word: string): boolean {
  return /(?:^|[/.])config\.[cm]?[jt]s$/.test(word) && !/^(?:\.\/)?src\//.test(word);
}

function nestEntry(tree: Tree): readonly Candidate[] {
  const config = parseJsonWithComments(tree.read('nest-cli.json') ?? '');
  if (typeof config !== 'object' || config === null) return [];
  const folder = 'sourceRoot' in config && typeof config.sourceRoot === 'string' ? config.sourceRoot : 'src';
  const file = 'entryFile' in config && typeof config.entryFile === 'string' ? config.entryFile : 'main';
  return [[`${folder}/${file}.ts`, 'nest-cli.json']];
}

function nxEntry(tree: Tree): readonly Candidate[] {
  const text = tree.read('project.json') ?? '';
  const main = /"main"\s*:\s*"([^"]+\.[cm]?ts)"/.exec(text)?.[1];
  if (main === undefined) return [];
  const root = /"sourceRoot"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? '';
  const project = root.replace(/\/?src$/, '');
  return [[main.startsWith(`${project}/`) ? main.slice(project.length + 1) : main, 'project.json']];
}

/** The TypeScript file that a run file is built from, or is. */
function sourceOf(tree: Tree, runFile: string, settings: TypeScriptSettings | undefined): string | undefined {
  const path = joinPath('', runFile);
  const bare = path.replace(/\.[cm]?[jt]s$/, '');
  const outputs = [settings?.outDir, 'dist', 'build', 'lib', 'out'].filter((folder) => folder !== undefined);
  const inside = outputs.find((folder) => bare === folder || bare.startsWith(`${folder}/`));
  const rest = inside === undefined ? undefined : bare.slice(inside.length + 1) || 'index';
  const stems =
    rest === undefined
      ? [bare]
      : [settings?.rootDir ?? 'src', 'src', ''].map((folder) => joinPath(folder, rest));
  return stems
    .flatMap((stem) => [
      ...(inside === undefined && /\.[cm]?ts$/.test(path) ? [path] : []),
      ...SOURCES.map((end) => stem + end),
    ])
    .find((candidate) => tree.read(candidate) !== undefined);
}
