import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runIn } from '../testing/run-in.ts';
import { contents, makeService } from '../testing/service.ts';

const OFFLINE = ['--yes', '--no-install', '--verify', 'none'];
const ROOT = 'src/platform/index.ts';

let folder = '';

beforeEach(async () => {
  folder = makeService();
  await runIn(folder, ['add', 'health', 'metrics', ...OFFLINE]);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function edit(path: string, change: (before: string) => string): void {
  const before = readFileSync(join(folder, path), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, path), after);
}

async function drift(...flags: readonly string[]) {
  const { code, out } = await runIn(folder, ['doctor', '--json', ...flags]);
  const found: readonly {
    readonly id: string;
    readonly place: string;
    readonly features: readonly string[];
  }[] = JSON.parse(out).drift;
  return { code, found: found.map(({ id, place, features }) => `${id} ${place} ${features.join()}`) };
}

test('a service as it was applied has no drift', async () => {
  expect(await drift()).toEqual({ code: 0, found: [] });
  expect((await runIn(folder, ['doctor'])).out).toBe('No drift: everything is as it was applied.\n');
});

test('a deleted route and middleware out of its order are found by binding, whatever they are called by now', async () => {
  edit(ROOT, (text) =>
    text
      .replace('import { healthRoutes } from', 'import { healthRoutes as probes } from')
      .replace(
        /( {2}app\.use\((?!healthRoutes)[\s\S]*?)( {2}app\.use\()healthRoutes(\(health\)\);\n)/,
        '$2probes$3$1',
      ),
  );
  const lines = readFileSync(join(folder, ROOT), 'utf8').split('\n');
  const place = lines.findIndex((each) => each.includes('app.use(probes')) + 1;
  expect(await drift()).toEqual({
    code: 2,
    found: [
      expect.stringMatching(/^file-edited src\/platform\/index\.ts:\d+ /),
      expect.stringMatching(new RegExp(`^order-changed ${ROOT}:${place} health,[\\w-]+$`)),
    ],
  });
  edit(ROOT, (text) => text.replace('  app.use(probes(health));\n', ''));
  const said = await runIn(folder, ['doctor']);
  expect(said.out).toContain('no longer uses `healthRoutes` of `health`');
  expect(said.out).toMatch(
    /at src\/platform\/index\.ts:\d+\n {4}Put it back, or take the feature out with `joinery remove health`/,
  );
});

test('edits of generated files can be allowed', async () => {
  edit('src/platform/health/answer.ts', (text) => text.replace('\n', '\n// mine\n'));
  expect(await drift()).toEqual({ code: 2, found: ['file-edited src/platform/health/answer.ts:2 health'] });
  expect((await drift('--allow-edits')).code).toBe(0);
});

test('what is missing is named, and --fix writes it again without touching what people wrote', async () => {
  edit('src/platform/health/answer.ts', (text) => `${text}// mine\n`);
  const before = contents(folder);
  const lines = before['src/platform/health/answer.ts']?.trimEnd().split('\n').length;
  const base = Object.keys(before).find((path) => path.startsWith('.joinery/base/')) ?? '';
  rmSync(join(folder, base));
  rmSync(join(folder, 'src/platform/metrics/metrics.ts'));
  edit('package.json', (text) => text.replace(/ {4}"zod": .*\n/, '').replace(/,(\n {2}\})/, '$1'));
  edit('.env.example', (text) => text.replace(/.*\nHEALTH_CACHE_MS=.*\n/, ''));
  edit('src/boot.ts', (text) => text.replace('installPlatform(parcels);', '// installPlatform(parcels);'));
  const { code, found } = await drift();
  expect(code).toBe(2);
  expect(found.map((one) => one.split(' ').slice(0, 2).join(' ')).sort()).toEqual([
    'base-missing joinery.lock.json',
    'dependency-missing package.json',
    'edit-missing src/boot.ts:3',
    `file-edited src/platform/health/answer.ts:${lines}`,
    'file-missing src/platform/metrics/metrics.ts',
    'variable-missing .env.example',
  ]);
  const fixed = await runIn(folder, ['doctor', '--fix', '--json', ...OFFLINE]);
  expect([fixed.code, JSON.parse(fixed.out).drift]).toEqual([
    2,
    [expect.objectContaining({ id: 'file-edited' })],
  ]);
  const boot = contents(folder)['src/boot.ts'] ?? '';
  expect(boot).toMatch(/express\(\);\ninstallPlatform\(parcels\);\n\/\/ installPlatform\(parcels\);/);
  const rest = { ...contents(folder), 'src/boot.ts': before['src/boot.ts'] };
  expect(rest).toEqual(before);
});

test('a wiring that people moved to another file is still there', async () => {
  edit(
    'src/boot.ts',
    (text) =>
      `import { prepare } from './prepare.js';\n${text.replace('installPlatform(parcels);', 'prepare(parcels);').replace('installPlatform, ', '')}`,
  );
  writeFileSync(
    join(folder, 'src/prepare.ts'),
    "import type { Express } from 'express';\nimport { installPlatform } from './platform/index.js';\n\nexport const prepare = (app: Express) => installPlatform(app);\n",
  );
  expect(await drift()).toEqual({ code: 0, found: [] });
});

test('what joinery.json wants and an edited lockfile are told apart', async () => {
  edit('joinery.json', (text) =>
    text.replace('"health": "^1.0.0"', '"health": { "range": "^1.0.0", "options": { "cacheMs": 9 } }'),
  );
  edit('joinery.lock.json', (text) => text.replace(/ {4}"graceful-shutdown": .*\n/, ''));
  const { found } = await drift();
  expect(found).toContain('not-applied joinery.json health');
  expect(found).toContainEqual(
    expect.stringMatching(/^lockfile-edited joinery\.lock\.json:\d+ graceful-shutdown$/),
  );
});
