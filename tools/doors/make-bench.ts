import { mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packWorkspaces } from '../pages/pack.ts';
import { ROOT } from '../running/joinery.ts';
import { runOrThrow } from '../running/run-command.ts';

/** What the packages here have as peers, and the programs themselves: taken from this checkout, installed once. */
const FROM_HERE = ['nx', '@nx/devkit', 'yo', 'yeoman-generator'];

/** Make a folder whose node_modules holds every package of this checkout, packed and installed as users would. */
export async function makeBench(): Promise<string> {
  const bench = realpathSync(mkdtempSync(join(tmpdir(), 'joinery-doors-')));
  const packed = join(bench, 'packed');
  for (const folder of ['packed', 'home']) mkdirSync(join(bench, folder));
  writeFileSync(join(bench, 'package.json'), '{ "name": "bench", "private": true }\n');
  const tarballs = await packWorkspaces(packed);
  await runOrThrow(['npm', 'install', '--legacy-peer-deps', '--loglevel=error', ...tarballs], { cwd: bench });
  for (const name of FROM_HERE) {
    const link = join(bench, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }
  return bench;
}

/** The program of an installed package, as its `bin` names it. */
export function programOf(bench: string, name: string): string {
  const folder = join(bench, 'node_modules', name);
  const { bin }: { readonly bin: string | Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  return join(folder, typeof bin === 'string' ? bin : (bin[name] ?? ''));
}
