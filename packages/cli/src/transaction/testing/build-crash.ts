import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundle the program that kills itself, so that starting it hundreds of times stays cheap. */
export async function buildCrash(folder: string): Promise<string> {
  const program = join(folder, 'crash.mjs');
  await build({
    entryPoints: [join(__dirname, 'crash.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@joinery/source'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return program;
}
