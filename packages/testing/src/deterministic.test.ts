import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const own = join(__dirname, '..');
const features = readdirSync(join(root, 'generators'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const PLACES = [
  { cwd: root, env: { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8', HOME: '/' } },
  { cwd: tmpdir(), env: { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C', COLUMNS: '40', CI: '1' } },
] as const;

test('L7: two processes in different zones, languages and folders give the same bytes for every fixture', () => {
  const [here, there] = PLACES.map(({ cwd, env }) => {
    const tsx = join(root, 'node_modules/tsx/dist/loader.mjs');
    const args = ['--conditions=@joinery/source', '--import', tsx, join(__dirname, 'laws/print-hashes.ts')];
    const run = spawnSync(process.execPath, [...args, root, own, ...features], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
    });
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
    return run.stdout.split('\n');
  });
  expect(here?.length).toBeGreaterThan(10);
  expect(there).toEqual(here);
});
