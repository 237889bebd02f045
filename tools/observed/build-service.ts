import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import type { Framework, Tier } from '@joinery/kit';
import { type HostFiles, openWorkbench } from '@joinery/testing';
import { transformSync } from '@swc/core';
import { build, type Plugin } from 'esbuild';
import { hostOf } from './hosts.ts';

const root = join(import.meta.dirname, '../..');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));

export interface BuildOptions {
  readonly framework: Framework;
  /** What the host promises to run on, which decides the line of OpenTelemetry. */
  readonly node: string;
  readonly features: readonly string[];
  readonly tier: Tier;
}

/** Compose features into a small service. */
export function composeService({ framework, node, features, tier }: BuildOptions): Promise<HostFiles> {
  const host = hostOf(framework, node);
  if (features.length === 0) return Promise.resolve(host);
  return bench.run(host, { add: features.map((name) => ({ name })), tier });
}

/** Write a service into a folder and bundle it there; its packages are found in a `node_modules` above. */
export async function buildService(folder: string, files: HostFiles): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const outfile = join(folder, 'dist/main.mjs');
  await build({
    entryPoints: [join(folder, 'src/main.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [withMetadata],
  });
  return outfile;
}

/** Nest injects by the types of a constructor's parameters, which esbuild does not write down. */
const withMetadata: Plugin = {
  name: 'decorator-metadata',
  setup: (bundle) => {
    bundle.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const { code } = transformSync(readFileSync(path, 'utf8'), {
        filename: path,
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      });
      return { contents: code, loader: 'js' };
    });
  },
};
