import { dirname, extendedSettings, joinPath, type Tree } from '@joinery/engine';
import { type ParseError, parse } from 'jsonc-parser';

/** A path alias: `@src/*` stands for `src/*`. Both may end in `*`. */
export interface Alias {
  readonly pattern: string;
  readonly targets: readonly string[];
}

/** Read the path aliases of the service: tsconfig's `paths` and `baseUrl`, and package.json's `imports`. */
export function readAliases(tree: Tree): readonly Alias[] {
  return [
    ...fromTsconfig(tree, 'tsconfig.json', 0),
    ...fromTsconfig(tree, 'tsconfig.app.json', 0),
    ...fromPackage(tree),
  ];
}

function fromTsconfig(tree: Tree, path: string, depth: number): readonly Alias[] {
  const config = objectAt(tree, path);
  if (config === undefined || depth > 8) return [];
  const options = record(config.compilerOptions);
  const base = joinPath(dirname(path), text(options.baseUrl) ?? '.');
  const own = Object.entries(record(options.paths)).map(([pattern, targets]) => ({
    pattern,
    targets: strings(targets).map((target) => joinPath(base, target)),
  }));
  const extended = strings(config.extends).flatMap((each) => {
    const parent = extendedSettings(tree, path, each);
    return parent === undefined ? [] : fromTsconfig(tree, parent.path, depth + 1);
  });
  const bare = options.baseUrl === undefined ? [] : [{ pattern: '*', targets: [joinPath(base, '*')] }];
  return [...own, ...extended, ...bare];
}

function fromPackage(tree: Tree): readonly Alias[] {
  const imports = record(objectAt(tree, 'package.json')?.imports);
  return Object.entries(imports).map(([pattern, target]) => ({
    pattern,
    targets: leaves(target).map((each) => joinPath('', each)),
  }));
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Object.values(record(value)).flatMap(leaves);
}

function objectAt(tree: Tree, path: string): Readonly<Record<string, unknown>> | undefined {
  const content = tree.read(path);
  if (content === undefined) return undefined;
  const errors: ParseError[] = [];
  return record(parse(content, errors, { allowTrailingComma: true }));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
