import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

test('another generator composes with Joinery: what it makes in the same run is seen, and two of ours add up', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'outer-')));
  cpSync(join(root, 'examples/orders-express'), folder, {
    recursive: true,
    filter: (path) => !/node_modules|\/dist(\/|$)/.test(path),
  });
  renameSync(join(folder, 'src/server.ts'), join(folder, 'src/seed.txt'));
  const flags = ['--conditions=@joinery/source', '--import', 'tsx'];
  const script = join(__dirname, 'testing/outer-generator.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, script, folder], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, `${stdout}${stderr}`]).toEqual([0, expect.not.stringContaining('left as they were')]);
  expect(JSON.parse(readFileSync(join(folder, 'joinery.json'), 'utf8')).features).toEqual({
    'config-env': expect.any(String),
    health: { range: expect.any(String), options: { cacheMs: 750 } },
  });
  expect(readFileSync(join(folder, 'src/server.ts'), 'utf8')).toContain('superviseServer(server);');
  rmSync(folder, { recursive: true, force: true });
});
