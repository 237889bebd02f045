import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { packWorkspaces } from '../pages/pack.ts';
import { freePort } from '../running/free-port.ts';
import { answers, get } from '../running/get.ts';
import { runOrThrow } from '../running/run-command.ts';
import { startService } from '../running/service.ts';
import { type LocalRegistry, openRegistry } from './local-registry.ts';

/** The releases of Node.js that Joinery promises to run on; their binaries are packages of npm. */
const RELEASES = [20, 24, 26];
const PLATFORM = `${process.platform}-${process.arch}`;
const here = realpathSync(mkdtempSync(join(tmpdir(), 'joinery-first-use-')));
const service = join(here, 'service');
let registry: LocalRegistry;

beforeAll(async () => {
  mkdirSync(join(here, 'packed'));
  registry = await openRegistry(await packWorkspaces(join(here, 'packed')));
  await runOrThrow(['npx', 'fastify-cli@8', 'generate', 'service', '--lang=ts'], { cwd: here });
  await runOrThrow(['npm', 'install', '--save-dev', 'typescript@5.9'], { cwd: service });
  writeFileSync(join(service, '.npmrc'), `registry=${registry.url}\n`);
});

afterAll(async () => {
  await registry?.close();
  rmSync(here, { recursive: true, force: true });
});

/** The folder of a release of Node.js, installed for this walk. */
async function release(major: number): Promise<string> {
  if (process.versions.node.startsWith(`${major}.`)) return join(process.execPath, '..');
  const folder = join(here, `node-${major}`);
  mkdirSync(folder);
  await runOrThrow(['npm', 'init', '-y'], { cwd: folder });
  await runOrThrow(['npm', 'install', `node-${PLATFORM}@${major}`], { cwd: folder });
  return join(folder, `node_modules/node-${PLATFORM}/bin`);
}

const supported = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'].includes(PLATFORM);
if (!supported)
  console.error(`!!! First use is tried on this Node.js only: npm has no binaries for ${PLATFORM}.`);
const releases = supported ? RELEASES : [Number(process.versions.node.split('.')[0])];

test.each(releases)(
  'from nothing to a running, observable starter in three commands, on Node.js %d',
  async (major) => {
    const cwd = join(here, `walk-${major}`);
    cpSync(service, cwd, { recursive: true, verbatimSymlinks: true });
    const bin = await release(major);
    const env = { PATH: [bin, process.env.PATH ?? ''].join(delimiter), FASTIFY_ADDRESS: '127.0.0.1' };
    const place = { cwd, env };
    const said = async (...words: readonly string[]) => runOrThrow(words, place);
    expect(await said('node', '--version')).toMatch(new RegExp(`^v${major}\\.`));
    const start = performance.now();
    await said('npm', 'install', '--save-dev', 'joinery');
    expect(await said('npx', 'joinery', 'recommend')).toMatch(/fastify-cli` listens, no SIGTERM handler/);
    const added = await said('npx', 'joinery', 'add', '--tier', 'basic', '--yes');
    console.log(`Node.js ${major}: three commands in ${((performance.now() - start) / 1_000).toFixed(0)} s`);
    expect(added).toContain('Done: ');
    await observed(cwd, env);
  },
);

/** The service builds, starts, is live, and counts requests by their route. */
async function observed(cwd: string, env: Readonly<Record<string, string>>): Promise<void> {
  await runOrThrow(['npm', 'run', 'build:ts'], { cwd, env });
  const [port, metricsPort] = [await freePort(), await freePort()];
  const { scripts } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const command = (scripts.start ?? '').split('&&').at(-1)?.trim().split(/\s+/) ?? [];
  const own = { ...env, METRICS_PORT: String(metricsPort), FASTIFY_PORT: String(port) };
  const running = startService(command, { cwd, env: own }, port);
  try {
    await running.until('it is ready', () => answers(`${running.url}/health/ready`, 200));
    expect(await get(`${running.url}/example`)).toMatchObject({ status: 200 });
    await running.until('metrics count the request', async () => {
      const { body } = await get(`http://127.0.0.1:${metricsPort}/metrics`);
      return body.includes('http_route="/example');
    });
    running.signal('SIGTERM');
    expect(await running.exit).toBe(0);
  } finally {
    await running.stop();
  }
}
