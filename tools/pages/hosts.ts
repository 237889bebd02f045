import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../running/joinery.ts';
import { runOrThrow } from '../running/run-command.ts';
import { type Session, uses } from './sessions.ts';

/** Where sessions get their hosts from. */
export interface HostSource {
  /** A folder of the session's own: an example, with what the session uses installed, under git. */
  make(session: Session): Promise<string>;
}

/**
 * Make hosts below a folder. Installing is the dear part, so it is done once for each example and set of tools, and
 * every session gets a copy.
 */
export function openHosts(tarballs: readonly string[], folder: string): HostSource {
  // `yo` runs as somebody else, who must be able to get there.
  chmodSync(folder, 0o755);
  const prepared = new Map<string, Promise<string>>();
  let made = 0;
  return {
    make: async (session) => {
      const used = ['yo', 'nx'].filter((tool) => uses(session, tool));
      const key = [session.host, ...used].join('+');
      const ready = prepared.get(key) ?? prepare(session.host, used, tarballs, join(folder, 'prepared', key));
      prepared.set(key, ready);
      made += 1;
      const root = join(folder, `session-${made}`, session.host);
      cpSync(await ready, root, { recursive: true, verbatimSymlinks: true });
      return root;
    },
  };
}

async function prepare(
  host: string,
  tools: readonly string[],
  tarballs: readonly string[],
  root: string,
): Promise<string> {
  if (host.endsWith('-nx')) nxWorkspace(root, host.slice(0, -'-nx'.length));
  else copyExample(host, root);
  const used = tools.map((tool) => TOOLS[tool] ?? tool);
  const packages = tarballs.filter((tarball) => isWanted(tarball, tools));
  await runOrThrow(['npm', 'install', '--save-dev', ...packages, ...used], { cwd: root });
  writeFileSync(join(root, '.gitignore'), 'node_modules\ndist\n.nx\n');
  const user = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
  await runOrThrow(['git', 'init', '--quiet'], { cwd: root });
  await runOrThrow(['git', 'add', '--all'], { cwd: root });
  await runOrThrow(['git', ...user, 'commit', '--quiet', '--message', 'As it was'], { cwd: root });
  return root;
}

/** The doors of Nx and of Yeoman bring these programs along as peers, 80 MB that only their own sessions need. */
function isWanted(tarball: string, tools: readonly string[]): boolean {
  const tool = Object.entries(DOORS).find(([door]) => basename(tarball).startsWith(door))?.[1];
  return tool === undefined || tools.includes(tool);
}

const DOORS: Readonly<Record<string, string>> = { 'joinery-nx-': 'nx', 'generator-joinery-': 'yo' };

const TOOLS: Readonly<Record<string, string>> = { nx: 'nx@23.2.1' };

/** An Nx workspace whose only project is an example. */
function nxWorkspace(root: string, example: string): void {
  copyExample(example, join(root, 'apps', example));
  const manifest = { name: 'workspace', version: '0.0.0', private: true, workspaces: ['apps/*'] };
  writeFileSync(join(root, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(root, 'nx.json'), `${JSON.stringify({ analytics: false }, null, 2)}\n`);
}

function copyExample(name: string, target: string): void {
  const example = join(ROOT, 'examples', name);
  if (!existsSync(example)) throw new Error(`There is no examples/${name} to run a session in.`);
  mkdirSync(target, { recursive: true });
  cpSync(example, target, {
    recursive: true,
    filter: (path) => !['node_modules', 'dist'].includes(basename(path)),
  });
}
