import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostFiles } from '../host-files.ts';
import { workspaceOf } from '../host-files.ts';

/**
 * What the compiler of `root` says of hosts that are variants of one; empty when it is content. All are checked in one
 * run, with the compiler options of the first, in a folder that is emptied before and after.
 */
export function typeErrors(root: string, folder: string, hosts: ReadonlyMap<string, HostFiles>): string {
  rmSync(folder, { recursive: true, force: true });
  const names = [...hosts.keys()];
  const depth = serviceFolder([...hosts.values()][0] ?? {});
  for (const [index, name] of names.entries())
    write(join(folder, String(index), depth), hosts.get(name) ?? {});
  const first = join('0', depth, 'tsconfig.json');
  const config = {
    extends: `./${first}`,
    compilerOptions: { noEmit: true, skipLibCheck: true, rootDir: '.', composite: false, incremental: false },
    include: names.map((_, index) => `./${index}/${depth === '' ? '' : `${depth}/`}**/*.ts`),
  };
  if (!existsSync(join(folder, first))) return '';
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder, '--singleThreaded'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  rmSync(folder, { recursive: true, force: true });
  return status === 0
    ? ''
    : stdout.replace(/(^|\/)(\d+)\//gm, (_, start, index) => `${start}<${names[Number(index)]}>/`);
}

/** Where the service lies in its workspace: as deep as the way out is long. */
function serviceFolder(host: HostFiles): string {
  const up = workspaceOf(host);
  return up === undefined
    ? ''
    : up
        .split('/')
        .map((_, index) => `s${index}`)
        .join('/');
}

function write(folder: string, files: HostFiles): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
