import type { Tree } from '../tree/tree.ts';
import { parseJsonWithComments } from './json-with-comments.ts';
import type { PackageJson } from './package-json.ts';

type Ranges = Readonly<Record<string, string>>;

/** Ranges that a workspace keeps in one place, by the name of their list; `default` is the one without a name. */
type Catalogs = ReadonlyMap<string, Ranges>;

/** Put the ranges of the workspace's catalogs (pnpm, yarn, bun) where a package.json says `catalog:` or `catalog:<name>`. */
export function withCatalogs(tree: Tree, json: PackageJson): PackageJson {
  const all = { ...json.dependencies, ...json.devDependencies };
  if (!Object.values(all).some((range) => range.startsWith('catalog:'))) return json;
  const catalogs = readCatalogs(tree);
  const resolved = (ranges: Ranges) =>
    Object.fromEntries(
      Object.entries(ranges).map(([name, range]) => [name, rangeIn(catalogs, name, range) ?? range]),
    );
  return {
    ...json,
    dependencies: resolved(json.dependencies),
    devDependencies: resolved(json.devDependencies),
  };
}

function rangeIn(catalogs: Catalogs, name: string, range: string): string | undefined {
  const list = /^catalog:(.*)$/.exec(range)?.[1];
  return list === undefined ? undefined : catalogs.get(list || 'default')?.[name];
}

function readCatalogs(tree: Tree): Catalogs {
  const folder = tree.workspace === undefined ? '' : `${tree.workspace}/`;
  const found = new Map<string, Ranges>();
  for (const file of ['pnpm-workspace.yaml', '.yarnrc.yml'])
    for (const [name, ranges] of fromYaml(tree.read(folder + file) ?? '')) found.set(name, ranges);
  const json = parseJsonWithComments(tree.read(`${folder}package.json`) ?? '');
  const workspaces = isRecord(json) && isRecord(json.workspaces) ? json.workspaces : {};
  for (const { catalog, catalogs } of [isRecord(json) ? json : {}, workspaces]) {
    if (isRecord(catalog)) found.set('default', strings(catalog));
    for (const [name, ranges] of Object.entries(isRecord(catalogs) ? catalogs : {}))
      if (isRecord(ranges)) found.set(name, strings(ranges));
  }
  return found;
}

/** The keys `catalog` and `catalogs` of a YAML file, one range a line, as package managers write them. */
function fromYaml(text: string): Catalogs {
  const found = new Map<string, Record<string, string>>();
  let top = '';
  let list: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [, indent = '', key = '', value = ''] = LINE.exec(line) ?? [];
    if (key === '') continue;
    if (indent === '') {
      top = key;
      list = top === 'catalog' ? 'default' : undefined;
    } else if (top === 'catalogs' && value === '') list = key;
    else if (list !== undefined && value !== '') found.set(list, { ...found.get(list), [key]: value });
  }
  return found;
}

/** `  "@types/node": ^22.0.0 # why`: indentation, key and value. */
const LINE = /^(\s*)["']?([@\w][\w@./-]*)["']?\s*:\s*["']?([^"'#]*?)["']?\s*(?:#.*)?$/;

function strings(record: Readonly<Record<string, unknown>>): Ranges {
  return Object.fromEntries(
    Object.entries(record).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
