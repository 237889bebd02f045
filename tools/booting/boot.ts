import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostFiles } from '@joinery/testing';
import { transformSync } from '@swc/core';
import { build } from 'esbuild';
import { freePort } from '../running/free-port.ts';
import { type Service, startService } from '../running/service.ts';

// Inside the repository, so that the services find the frameworks in its node_modules.
const scratch = join(__dirname, '../../packages/testing/dist/booting');

export interface Booted extends Service {
  /** End it and delete its files. */
  remove(): Promise<void>;
}

/** How a service is started. */
export interface BootOptions {
  /** Packages under another name: `{ express: 'express-4' }`. */
  readonly alias?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** Start a service of files in memory, whose entry is `src/main.ts` and which listens on `PORT`. */
export async function boot(files: HostFiles, { alias = {}, env = {} }: BootOptions = {}): Promise<Booted> {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, 'service-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const entry = files['package.json']?.includes('@nestjs/core')
    ? compileNest(files, folder)
    : await bundle(folder, alias);
  const port = await freePort();
  const service = startService([process.execPath, entry], { cwd: folder, env }, port);
  return {
    ...service,
    remove: async () => {
      await service.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Nest needs the types of constructors at run time, which bundlers drop. */
function compileNest(files: HostFiles, folder: string): string {
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith('.ts')) continue;
    const { code } = transformSync(text, {
      filename: path,
      module: { type: 'commonjs' },
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
      },
    });
    writeFileSync(join(folder, path.replace(/\.ts$/, '.js')), code);
  }
  return join(folder, 'src/main.js');
}

async function bundle(folder: string, alias: Readonly<Record<string, string>>): Promise<string> {
  const outfile = join(folder, 'main.mjs');
  await build({
    entryPoints: [join(folder, 'src/main.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    alias,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  return outfile;
}
