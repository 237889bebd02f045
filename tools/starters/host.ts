import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../running/free-port.ts';
import { joinery } from '../running/joinery.ts';
import { type Finished, runOrThrow } from '../running/run-command.ts';
import { snapshot } from '../running/snapshot.ts';
import type { Starter } from './starter.ts';

/** A starter on disk, with git as its user would have it. */
export interface Host {
  readonly root: string;
  readonly service: string;
  run(commands: readonly string[]): Promise<void>;
  joinery(...args: string[]): Promise<Finished>;
  commit(message: string): Promise<void>;
  /** What git sees as changed. */
  changes(): Promise<string>;
  files(): Readonly<Record<string, string>>;
  remove(): void;
}

/** Generate a starter with its own published generator, in a temporary folder. */
export async function generate(starter: Starter): Promise<Host> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `joinery-${starter.name}-`)));
  const root = join(folder, 'service');
  for (const step of starter.generate) {
    await runOrThrow(words(step.command, folder), {
      cwd: join(folder, step.in ?? '.'),
      env: starter.env ?? {},
    });
  }
  const host = hostIn(folder, root, starter);
  await git(root, 'init', '--quiet');
  await host.commit('As generated');
  return host;
}

function hostIn(folder: string, root: string, starter: Starter): Host {
  const service = join(root, starter.service ?? '.');
  return {
    root,
    service,
    run: async (commands) => {
      // Nx's own end-to-end tests end whatever listens on PORT.
      const env = { ...starter.env, PORT: String(await freePort()) };
      for (const command of commands) await runOrThrow(words(command, root), { cwd: root, env });
      if (starter.written !== undefined) await git(root, 'checkout', '--quiet', '--', ...starter.written);
    },
    joinery: (...args) => joinery(args, { cwd: service }),
    commit: async (message) => {
      await git(root, 'add', '--all');
      await git(root, 'commit', '--quiet', '--allow-empty', '--message', message);
    },
    changes: () => git(root, 'status', '--porcelain'),
    files: () => snapshot(root),
    remove: () => {
      if (process.env.JOINERY_STARTERS_KEEP === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function git(cwd: string, ...args: string[]): Promise<string> {
  const user = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
  return runOrThrow(['git', ...user, ...args], { cwd });
}

/** Split a command in words; one such as `test/**\/*.ts` becomes the files it stands for. */
function words(command: string, cwd: string): readonly string[] {
  return command.split(' ').flatMap((word) => {
    const [folder, extension] = word.split('/**/*');
    if (folder === undefined || extension === undefined) return [word];
    return readdirSync(join(cwd, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith(extension))
      .map((path) => join(folder, path))
      .sort();
  });
}
