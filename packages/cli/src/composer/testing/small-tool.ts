import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLI = join(__dirname, '../../..');

/** So few that the kept screens do not change when another feature is written. */
const FEATURES = ['config-env', 'graceful-shutdown', 'health'] as const;

/** The built `joinery`, installed with a handful of features; the command that runs it. Throws when it is not built. */
export function installSmallTool(): { readonly folder: string; readonly bin: string } {
  const built = join(CLI, 'dist/joinery.js');
  if (!existsSync(built))
    throw new Error('The `joinery` command is not built; run `npx nx run-many -t build`.');
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'small-tool-')));
  cpSync(join(CLI, 'dist'), join(folder, 'dist'), { recursive: true });
  const dependencies = Object.fromEntries(FEATURES.map((name) => [`@joinery/${name}`, '*']));
  const json = { name: 'joinery', version: '1.2.3', type: 'module', dependencies };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(json));
  mkdirSync(join(folder, 'node_modules/@joinery'), { recursive: true });
  for (const name of FEATURES) {
    symlinkSync(join(CLI, '../../generators', name), join(folder, 'node_modules/@joinery', name));
  }
  return { folder, bin: join(folder, 'dist/joinery.js') };
}
