import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finished, type Place, runCommand } from './run-command.ts';

/** The root of this checkout. */
export const ROOT = join(import.meta.dirname, '../..');

/** Run the built `joinery` command, as its `bin` names it. */
export function joinery(args: readonly string[], place: Place): Promise<Finished> {
  return runCommand([process.execPath, joineryBin(), ...args], place);
}

/** Return the file that runs as `joinery`. */
export function joineryBin(): string {
  const folder = join(ROOT, 'packages/cli');
  const { bin }: { readonly bin: { readonly joinery: string } } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = join(folder, bin.joinery);
  if (!existsSync(file))
    throw new Error('The `joinery` command is not built; run `npx nx run-many -t build`.');
  return file;
}
