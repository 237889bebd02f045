import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, readHostFiles } from './host-files.ts';
import { openWorkbench } from './workbench.ts';

const root = join(__dirname, '../../..');
const fixtures = join(__dirname, '../fixtures');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));
// Inside the repository, so that the compiler finds the frameworks' types in its node_modules.
const scratch = join(__dirname, '../dist/hosts');
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe.each(readdirSync(fixtures))('L6: %s', (name) => {
  const host = readHostFiles(join(fixtures, name));

  test('type-checks before and after, with every feature at every tier', async () => {
    expect(typeErrors(host)).toBe('');
    for (const tier of ['basic', 'advanced'] as const) {
      const some = ['health', 'logging', 'metrics', ...(tier === 'basic' ? [] : ['tracing'])];
      const features = some.map((feature) => ({ name: feature }));
      const after = await bench.run(host, { add: features, tier });
      expect(typeErrors(after)).toBe('');
    }
  }, 60_000);
});

/** What the compiler says of a host; empty when it is content. */
function typeErrors(files: HostFiles): string {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, 'host-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const options = ['-p', folder, '--noEmit', '--skipLibCheck'];
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...options], { encoding: 'utf8' });
  return status === 0 ? '' : stdout;
}
