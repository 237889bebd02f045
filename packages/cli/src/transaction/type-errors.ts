import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HostPlace } from './host-place.ts';
import type { Command, Run } from './package-manager.ts';

/** Either the errors the host's own compiler finds, without positions, or that there is no compiler to ask. */
export type TypeErrors = readonly string[] | 'no-compiler';

/** Type-check a service with the TypeScript it has installed. */
export async function typeErrors(host: HostPlace, run: Run, signal: AbortSignal): Promise<TypeErrors> {
  const command = compilerOf(host);
  if (command === undefined) return 'no-compiler';
  const { code, output } = await run(command, signal);
  if (code === 0) return [];
  const errors = output.split('\n').filter((line) => /error TS\d+/.test(line));
  return errors.length === 0 ? [output] : errors.map(withoutPosition);
}

function compilerOf({ folder, workspace }: HostPlace): Command | undefined {
  const config = ['tsconfig.app.json', 'tsconfig.json'].find((name) => existsSync(join(folder, name)));
  const homes = [folder, ...(workspace === undefined ? [] : [join(folder, workspace)])];
  const entry = homes
    .map((home) => join(home, 'node_modules/typescript/bin/tsc'))
    .find((file) => existsSync(file));
  if (config === undefined || entry === undefined) return undefined;
  const args = [entry, '--noEmit', '--pretty', 'false', '-p', config];
  return { program: process.execPath, args, folder, env: {} };
}

/** Lines move when a file is edited; what is wrong with it does not. */
function withoutPosition(line: string): string {
  return line.trim().replace(/\(\d+,\d+\)/, '');
}
