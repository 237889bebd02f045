import { chmodSync, cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '../..');
const from = join(root, 'packages/cli');
const to = join(from, 'dist');

/** ts-morph carries the text of TypeScript's lib files, a third of its size; syntax alone never needs them. */
const withoutLibFiles: Plugin = {
  name: 'without-lib-files',
  setup: ({ onLoad }) => {
    onLoad({ filter: /ts-morph-common\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace(/^const libFiles = \[\{[\s\S]*?^\s*\}\];$/m, 'const libFiles = [];');
      if (contents.length > source.length / 2)
        throw new Error(`${path} no longer declares libFiles as it did`);
      return { contents };
    });
  },
};

/** In the bundle, ts-morph is a file of its own, loaded with a code cache by the one module that asks for it. */
const morphApart: Plugin = {
  name: 'morph-apart',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^joinery:ts-morph$/ }, () => ({
      path: join(import.meta.dirname, 'ts-morph-apart.ts'),
    }));
    onLoad({ filter: /source[\\/]src[\\/]syntax[\\/]morph\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const asked = 'createRequire(import.meta.url)';
      if (!source.includes(asked)) throw new Error(`${path} no longer loads ts-morph as it did`);
      const contents = `import { requireApart } from 'joinery:ts-morph';\n${source.replace(asked, 'requireApart')}`;
      return { contents, loader: 'ts' };
    });
  },
};

rmSync(to, { recursive: true, force: true });
await build({
  stdin: { contents: "module.exports = require('ts-morph');", resolveDir: join(root, 'packages/source') },
  outfile: join(to, 'ts-morph.cjs'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  charset: 'ascii',
  legalComments: 'external',
  plugins: [withoutLibFiles],
});
await build({
  entryPoints: [join(from, 'src/joinery.ts')],
  outdir: to,
  bundle: true,
  splitting: true,
  chunkNames: '[name]-[hash]',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  conditions: ['@joinery/source'],
  // jsonc-parser's `main` is UMD, whose calls of require no bundler sees through.
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'external',
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  plugins: [morphApart],
});
chmodSync(join(to, 'joinery.js'), 0o755);
// `joinery mcp` offers the documentation to assistants.
cpSync(join(root, 'docs'), join(to, 'docs'), { recursive: true, filter: (path) => !/decisions/.test(path) });
