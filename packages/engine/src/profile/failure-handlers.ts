import type { FailureHandler, Framework } from '@joinery/kit';
import type { Tree } from '../tree/tree.ts';
import type { SourceText } from './import-graph.ts';
import { dirname } from './path.ts';

type Patterns = readonly (readonly [kind: FailureHandler['kind'], pattern: RegExp])[];

/** How each framework's services say what answers a failure. */
const PATTERNS: Readonly<Record<Framework, Patterns>> = {
  express: [
    [
      'error',
      /\bErrorRequestHandler\b(?!.*\bfrom\b)|\.use\(\s*(?:async\s+)?(?:function\s*\w*\s*)?\(\s*_?err(?:or)?\b/g,
    ],
    ['error', /\.use\(\s*\w*(?:error\w*(?:handler|middleware)|handle\w*error\w*)\b/gi],
    ['not-found', /\.use\(\s*\w*not_?found\w*/gi],
  ],
  fastify: [
    ['error', /\.setErrorHandler\(/g],
    ['not-found', /\.setNotFoundHandler\(/g],
  ],
  nest: [['error', /\bAPP_FILTER\s*[,}]\s*use|\.useGlobalFilters\(|@Catch\(\s*\)/g]],
  koa: [['error', /\.use\(\s*\w*(?:error\w*handler|handle\w*error)\w*/gi]],
  hono: [
    ['error', /\.onError\(/g],
    ['not-found', /\.notFound\(/g],
  ],
  'node-http': [],
};

/** Folders whose files a loader of the framework's registers without an import. */
const AUTOLOADED = ['plugins', 'routes'];

/**
 * Find where the host answers failures and unknown paths itself, as far as its text tells.
 * Generated files are not counted.
 */
export function findFailureHandlers(
  tree: Tree,
  sources: readonly SourceText[],
  framework: Framework,
  platformFolder: string,
): readonly FailureHandler[] {
  const own = sources.filter(({ file }) => !file.startsWith(`${platformFolder}/`));
  const all = framework === 'fastify' ? [...own, ...autoloaded(tree, own)] : own;
  return all.flatMap(({ file, text }) =>
    PATTERNS[framework].flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map((match) => ({
        kind,
        evidence: `${file}:${text.slice(0, match.index).split('\n').length}`,
      })),
    ),
  );
}

function autoloaded(tree: Tree, own: readonly SourceText[]): readonly SourceText[] {
  const known = new Set(own.map(({ file }) => file));
  const loaders = own.filter(({ text }) => text.includes('@fastify/autoload'));
  return loaders.flatMap((loader) =>
    AUTOLOADED.flatMap((name) => {
      const folder = [dirname(loader.file), name].filter((part) => part !== '').join('/');
      return tree
        .list(folder)
        .map((entry) => `${folder}/${entry}`)
        .filter((file) => /\.[cm]?[jt]s$/.test(file) && !known.has(file))
        .map((file) => ({ file, text: tree.read(file) ?? '' }));
    }),
  );
}
