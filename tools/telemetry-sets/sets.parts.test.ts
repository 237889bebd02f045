import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dependencies } from '../../generators/telemetry/dependencies.ts';
import { PACKAGES } from '../../generators/telemetry/version-sets.ts';
import { buildService, composeService } from '../observed/build-service.ts';

const FEATURES = ['health', 'logging', 'metrics', 'tracing'];

describe.each([
  ['2', '20.19.0'],
  ['3', '22.15.0'],
])('line %s, for Node.js from %s on', (_line, node) => {
  const folder = mkdtempSync(join(tmpdir(), 'telemetry-set-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('installs one copy of each package, nobody complains, and what is generated compiles', async () => {
    const files = await composeService({
      framework: 'express',
      node: `>=${node}`,
      features: FEATURES,
      tier: 'advanced',
    });
    const manifest = JSON.parse(files['package.json'] ?? '{}');
    const asked = Object.keys(PACKAGES).map((name) => ({ name }));
    const set = dependencies(asked, { node: { value: node, evidence: '' }, dependencies: {} });
    for (const { name, range } of set) expect(manifest.dependencies[name]).toBe(range);
    manifest.devDependencies['@types/express'] = '^5.0.6';

    await buildService(folder, { ...files, 'package.json': JSON.stringify(manifest) });
    npm('install', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false');
    const { problems } = JSON.parse(npm('ls', '--all', '--json')) as { readonly problems?: unknown };
    expect(problems).toBeUndefined();
    expect(Object.entries(copies()).filter(([, versions]) => versions.length !== 1)).toEqual([]);
    expect(Object.keys(copies()).length).toBeGreaterThan(11);

    const tsc = join(folder, 'node_modules/typescript/bin/tsc');
    const checked = spawnSync(process.execPath, [tsc, '-p', folder, '--noEmit', '--skipLibCheck'], {
      encoding: 'utf8',
    });
    expect(checked.stdout).toBe('');
  });

  function npm(...words: readonly string[]): string {
    return execFileSync('npm', words, { cwd: folder, encoding: 'utf8' });
  }

  /** Each package of OpenTelemetry's that is installed, with the version of each copy. */
  function copies(): Readonly<Record<string, readonly string[]>> {
    const found: Record<string, string[]> = {};
    const paths = readdirSync(join(folder, 'node_modules'), { recursive: true, encoding: 'utf8' });
    for (const path of paths) {
      const [, name] = /(?:^|node_modules\/)(@opentelemetry\/[^/]+)\/package\.json$/.exec(path) ?? [];
      if (name === undefined) continue;
      const { version } = JSON.parse(readFileSync(join(folder, 'node_modules', path), 'utf8'));
      found[name] = [...(found[name] ?? []), version];
    }
    return found;
  }
});
