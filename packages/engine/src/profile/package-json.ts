import { EXIT, ProblemError } from '../problem.ts';
import type { Tree } from '../tree/tree.ts';

/** The fields of a package.json that a profile is made of. */
export interface PackageJson {
  readonly name?: string;
  readonly description?: string;
  readonly type?: string;
  readonly main?: string;
  readonly packageManager?: string;
  readonly engines?: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Read a package.json. Throws ProblemError `no-node-project` or `broken-package-json`. */
export function readPackageJson(tree: Tree, path: string): PackageJson {
  const text = tree.read(path);
  if (text === undefined) throw new ProblemError(noProject);
  const parsed = parse(text);
  return {
    ...strings(parsed, ['name', 'description', 'type', 'main', 'packageManager']),
    engines: record(parsed.engines, 'engines'),
    scripts: record(parsed.scripts, 'scripts'),
    dependencies: record(parsed.dependencies, 'dependencies'),
    devDependencies: record(parsed.devDependencies, 'devDependencies'),
  };
}

const noProject = {
  kind: 'problem',
  id: 'no-node-project',
  exitCode: EXIT.error,
  found: 'There is no package.json in this folder, so it is not a Node.js project.',
  todo: 'Run the command in the folder of the service, or name that folder with `--cwd`.',
} as const;

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (isRecord(parsed)) return parsed;
    throw broken('it holds no object');
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw broken(error instanceof Error ? error.message : String(error));
  }
}

function strings<K extends string>(
  from: Readonly<Record<string, unknown>>,
  keys: readonly K[],
): { readonly [P in K]?: string } {
  const found: { [P in K]?: string } = {};
  for (const key of keys) {
    const value = from[key];
    if (typeof value === 'string') found[key] = value;
  }
  return found;
}

function record(value: unknown, key: string): Readonly<Record<string, string>> {
  if (value === undefined) return {};
  if (!isRecord(value)) throw broken(`\`${key}\` is not an object`);
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function broken(why: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'broken-package-json',
    exitCode: EXIT.error,
    found: `package.json cannot be read: ${why}.`,
    todo: 'Mend the file, then run the command again.',
    places: ['package.json'],
  });
}
