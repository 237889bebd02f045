import { dirname, resolve } from 'node:path';
import type { Plan } from '@joinery/engine';
import type { PackageManager } from '@joinery/kit';
import { type Disk, ifThere } from './disk.ts';
import { type HostPlace, LOCKFILE_NAMES, locate } from './host-place.ts';
import { type Found, findFile, type InstallPlace } from './journal.ts';

/** A program to run in a folder. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What a program said, and its exit code. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end; stops it when `signal` aborts. */
export type Run = (command: Command, signal: AbortSignal) => Promise<Outcome>;

/** In CI, pnpm and yarn refuse to change a lockfile unless told; npm's audit asks the network about nothing we did. */
const INSTALL: Readonly<Record<PackageManager, Pick<Command, 'args' | 'env'>>> = {
  npm: { args: ['install', '--no-audit', '--no-fund'], env: {} },
  pnpm: { args: ['install', '--no-frozen-lockfile'], env: {} },
  yarn: { args: ['install'], env: { YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' } },
  bun: { args: ['install'], env: {} },
};

/** Who installs what a plan's dependencies need, where the package.json that lists them lies; `null` when nothing changes. */
export function installPlace({ install, changes }: Plan): InstallPlace | null {
  if (!install.needed) return null;
  const shared = changes.find(({ path }) => path.endsWith('../package.json'))?.path;
  return { manager: install.manager, folder: shared === undefined ? '.' : dirname(shared) };
}

export function installCommand(host: HostPlace, { manager, folder }: InstallPlace): Command {
  return { program: manager, folder: resolve(host.folder, folder), ...INSTALL[manager] };
}

/** Lockfiles, in the service and its workspace, as they are before the package manager runs. */
export function findLockfiles(disk: Disk, host: HostPlace): readonly Found[] {
  const folders = ['', ...(host.workspace === undefined ? [] : [`${host.workspace}/`])];
  return folders
    .flatMap((folder) => LOCKFILE_NAMES.map((name) => `${folder}${name}`))
    .map((path) => findFile(disk, path, locate(disk, host, path)));
}

/** The `node_modules` that the install would create, if there is none yet. */
export function missingModules(disk: Disk, host: HostPlace, command: Command): string | null {
  const path = command.folder === host.folder ? 'node_modules' : `${host.workspace}/node_modules`;
  return ifThere(() => disk.lstatSync(resolve(host.folder, path))) === undefined ? path : null;
}
