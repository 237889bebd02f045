import { dirname } from 'node:path';
import type { CreateNodesResult, TargetConfiguration } from '@nx/devkit';

/** Options of the plugin in nx.json. */
export interface PluginOptions {
  /** The name of the target that every service with features gets; `joinery:check` unless told. */
  readonly checkTargetName?: string;
}

/**
 * Nx's way to infer targets: a project with a joinery.lock.json can be checked. Nx loads this at every command, so it
 * imports nothing that is not there anyway.
 */
export const createNodesV2 = [
  '**/joinery.lock.json',
  (files: readonly string[], options: PluginOptions | undefined) =>
    files.map((file): readonly [string, CreateNodesResult] => {
      const root = dirname(file);
      const targets = { [options?.checkTargetName ?? 'joinery:check']: checkTarget() };
      return [file, { projects: { [root]: { root, targets } } }];
    }),
] as const;

/** The same under the name that Nx 23 and later look for. */
export const createNodes = createNodesV2;

/** What says which versions are installed. Of lockfiles, those that are there count. */
const WORKSPACE_FILES = ['package.json', 'package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'].map(
  (name) => `{workspaceRoot}/${name}`,
);

function checkTarget(): TargetConfiguration {
  return {
    executor: '@joinery/nx:check',
    cache: true,
    inputs: ['{projectRoot}/**/*', ...WORKSPACE_FILES],
    outputs: [],
    metadata: {
      technologies: ['joinery'],
      description: 'Tell whether the service is as its joinery.json wants it',
    },
  };
}
