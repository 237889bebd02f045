import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostPlace } from './host-place.ts';

/** The scripts of the service's own package.json; none when it has none, or cannot be read. */
export function readScripts({ folder }: HostPlace): Readonly<Record<string, string | undefined>> {
  try {
    const { scripts }: { readonly scripts?: unknown } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    return typeof scripts === 'object' && scripts !== null ? (scripts as Record<string, string>) : {};
  } catch {
    return {};
  }
}
