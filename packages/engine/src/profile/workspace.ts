import type { Profile } from '@joinery/kit';
import type { Tree } from '../tree/tree.ts';
import { parseJsonWithComments } from './json-with-comments.ts';
import type { PackageJson } from './package-json.ts';

/** What is known of the workspace that a service belongs to; `undefined` when it stands alone. */
export function findWorkspace(tree: Tree): Profile['workspace'] {
  const { workspace: up, place } = tree;
  if (up === undefined || place === undefined) return undefined;
  const isThere = (name: string) => tree.read(`${up}/${name}`) !== undefined;
  const members = membersIn(tree, up);
  const tsconfig = ['tsconfig.base.json', 'tsconfig.json'].find(isThere);
  return {
    up,
    place,
    nx: isThere('nx.json'),
    ...(members === undefined ? {} : { members }),
    ...(tsconfig === undefined ? {} : { tsconfig }),
  };
}

/** Where the workspace lists its packages. */
function membersIn(tree: Tree, up: string): NonNullable<Profile['workspace']>['members'] {
  if (tree.read(`${up}/pnpm-workspace.yaml`) !== undefined)
    return { file: 'pnpm-workspace.yaml', path: ['packages'] };
  const text = tree.read(`${up}/package.json`);
  const json = text === undefined ? undefined : parseJsonWithComments(text);
  const declared =
    typeof json === 'object' && json !== null && 'workspaces' in json ? json.workspaces : undefined;
  if (Array.isArray(declared)) return { file: 'package.json', path: ['workspaces'] };
  return typeof declared === 'object' && declared !== null
    ? { file: 'package.json', path: ['workspaces', 'packages'] }
    : undefined;
}

/**
 * Where the compiler puts the service's sources, by its start script: `dist` of `node dist/server.js` for `src/server.ts`.
 * `undefined` when it runs from its sources.
 */
export function findOutput(json: PackageJson, entry: string, sourceRoot: string): string | undefined {
  const inside = entry.slice(sourceRoot === '' ? 0 : sourceRoot.length + 1).replace(/\.[cm]?tsx?$/, '');
  for (const name of ['start:prod', 'start', 'serve']) {
    const words = json.scripts[name]?.split(/\s+/) ?? [];
    const stems = words.map((word) => word.replace(/^\.\//, '').replace(/\.[cm]?js$/, ''));
    const found = stems.find((stem) => stem.endsWith(`/${inside}`));
    if (found !== undefined) return found.slice(0, -inside.length - 1);
  }
  return undefined;
}
