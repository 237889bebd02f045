import type { Tree } from '../tree/tree.ts';
import { withCatalogs } from './package-catalogs.ts';
import { type PackageJson, readPackageJson } from './package-json.ts';

/** The package.json files that speak for a service. */
export interface ServiceManifest {
  /** The one that lists its dependencies, from the service's folder: `package.json` or `../../package.json`. */
  readonly path: string;
  /** Both together; the service's own fields win. */
  readonly json: PackageJson;
}

/**
 * Find the package.json that lists the service's dependencies. In a workspace with one list for all (Nx's integrated
 * set-up) that is the workspace's. Throws ProblemError `no-node-project` or `broken-package-json`.
 */
export function findServiceManifest(tree: Tree): ServiceManifest {
  const { path, json } = manifestOf(tree);
  return { path, json: withCatalogs(tree, json) };
}

function manifestOf(tree: Tree): ServiceManifest {
  const shared = tree.workspace === undefined ? undefined : `${tree.workspace}/package.json`;
  const own = shared === undefined || tree.read('package.json') !== undefined ? 'package.json' : undefined;
  const json = own === undefined ? undefined : readPackageJson(tree, own);
  if (shared === undefined || tree.read(shared) === undefined) {
    return { path: 'package.json', json: json ?? readPackageJson(tree, 'package.json') };
  }
  const workspace = readPackageJson(tree, shared);
  if (json === undefined) return { path: shared, json: workspace };
  const lists = Object.keys(json.dependencies).length > 0;
  return {
    path: lists ? 'package.json' : shared,
    json: {
      ...json,
      ...(json.packageManager === undefined && workspace.packageManager !== undefined
        ? { packageManager: workspace.packageManager }
        : {}),
      engines: json.engines?.node === undefined ? (workspace.engines ?? {}) : json.engines,
      dependencies: { ...workspace.dependencies, ...json.dependencies },
      devDependencies: { ...workspace.devDependencies, ...json.devDependencies },
    },
  };
}
