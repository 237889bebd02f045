import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { joinery, ROOT } from '../running/joinery.ts';
import { type Place, runOrThrow } from '../running/run-command.ts';

/** A package manager: what brings it, where its program lies then, and how it says what a workspace's members are. */
interface Manager {
  readonly name: string;
  readonly package: string;
  readonly bin: string;
  readonly lockfile: string;
  readonly workspace: Readonly<Record<string, string>>;
}

const MEMBERS = JSON.stringify({ name: 'acme', private: true, workspaces: ['apps/*'] });
const MANAGERS: readonly Manager[] = [
  {
    name: 'npm',
    package: '',
    bin: '',
    lockfile: 'package-lock.json',
    workspace: { 'package.json': MEMBERS },
  },
  {
    name: 'pnpm',
    package: 'pnpm@10',
    bin: 'node_modules/.bin',
    lockfile: 'pnpm-lock.yaml',
    workspace: {
      'package.json': JSON.stringify({ name: 'acme', private: true }),
      'pnpm-workspace.yaml': 'packages:\n  - apps/*\n',
    },
  },
  {
    name: 'yarn',
    package: 'yarn@1',
    bin: 'node_modules/.bin',
    lockfile: 'yarn.lock',
    workspace: { 'package.json': MEMBERS },
  },
  {
    name: 'bun',
    package: `@oven/bun-${process.platform}-${process.arch}`,
    bin: `node_modules/@oven/bun-${process.platform}-${process.arch}/bin`,
    lockfile: 'bun.lock',
    workspace: { 'package.json': MEMBERS },
  },
];

const here = realpathSync(mkdtempSync(join(tmpdir(), 'joinery-managers-')));
afterAll(() => rmSync(here, { recursive: true, force: true }));

test.each(MANAGERS)(
  'in a workspace of $name, features come with their packages and go again',
  async (manager) => {
    const place = { cwd: join(here, manager.name), env: { PATH: await pathOf(manager) } };
    const service = makeWorkspace(place.cwd, manager);
    await runOrThrow([manager.name, 'install'], place);
    const before = readFileSync(join(service, 'package.json'), 'utf8');
    await said(['add', 'health', '--yes', '--verify', 'types'], { ...place, cwd: service });
    expect(readFileSync(join(service, 'package.json'), 'utf8')).toContain('"zod"');
    expect(readFileSync(join(place.cwd, manager.lockfile), 'utf8')).toContain('zod');
    await runOrThrow([process.execPath, '-e', 'import("zod")'], { ...place, cwd: service });
    await said(['remove', 'health', '--yes'], { ...place, cwd: service });
    expect(readFileSync(join(service, 'package.json'), 'utf8')).toBe(before);
    expect(existsSync(join(service, 'src/platform'))).toBe(false);
  },
);

async function said(words: readonly string[], place: Place): Promise<void> {
  const { exitCode, output } = await joinery(words, place);
  if (exitCode !== 0) throw new Error(output);
}

/** A path on which the package manager is found; it is installed for this walk. */
async function pathOf({ name, package: wanted, bin }: Manager): Promise<string> {
  const path = process.env.PATH ?? '';
  if (wanted === '') return path;
  const folder = join(here, `tool-${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  await runOrThrow(['npm', 'install', wanted], { cwd: folder });
  const program = join(folder, bin, name);
  chmodSync(program, 0o755);
  return [join(folder, bin), path].join(delimiter);
}

/** A workspace with one service, an example; returns the service's folder. */
function makeWorkspace(root: string, { workspace }: Manager): string {
  const service = join(root, 'apps/orders');
  mkdirSync(join(root, 'apps'), { recursive: true });
  cpSync(join(ROOT, 'examples/orders-express'), service, {
    recursive: true,
    filter: (path) => !['node_modules', 'dist'].includes(basename(path)),
  });
  for (const [path, text] of Object.entries(workspace)) writeFileSync(join(root, path), `${text}\n`);
  return service;
}
