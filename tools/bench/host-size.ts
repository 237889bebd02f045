import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { diskTree, openCatalog } from '@joinery/catalog';
import { compose, type Tree } from '@joinery/engine';
import { loadHostEditor } from '@joinery/source';

/*
 * Planning on a host of 100 TypeScript files, and on the same host with 10,000: every file is reached from the entry by
 * imports. The two alternate in one process; the first round, which loads everything, is not counted.
 *   npx tsx --conditions=@joinery/source tools/bench/host-size.ts [rounds]
 */
const rounds = Number(process.argv[2] ?? 9);
const SIZES = [100, 10_000] as const;
const FEATURES = ['health', 'metrics', 'problem-errors', 'request-context'].map((name) => ({ name }));
const catalog = openCatalog({ workspace: join(import.meta.dirname, '../..'), files: [], more: [] });

const SERVER = `import { createApp } from './app.js';

const app = createApp();
app.listen(3000);
`;

const APP = `import express, { type Express } from 'express';
import { mount } from './routes.js';

export function createApp(): Express {
  const app = express();
  app.use(express.json());
  mount(app);
  return app;
}
`;

const ROUTES = `import type { Express } from 'express';
import { area0 } from './area0/index.js';

export function mount(app: Express): void {
  for (const handler of area0) app.get('/:id', handler);
}
`;

interface Run {
  readonly cpu: number;
  readonly wall: number;
  readonly reads: number;
}

const hosts = SIZES.map((size) => ({ size, folder: makeHost(size), runs: [] as Run[] }));
for (let round = 0; round <= rounds; round += 1) {
  for (const { folder, runs } of hosts) {
    const run = await plan(folder);
    if (round > 0) runs.push(run);
  }
}
console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.versions.node}, medians of ${rounds}\n`,
);
console.log('| files | CPU ms | wall ms | files read |\n|---|---|---|---|');
const figures = hosts.map(({ size, folder, runs }) => {
  rmSync(folder, { recursive: true });
  const figure = { cpu: median(runs, 'cpu'), wall: median(runs, 'wall'), reads: median(runs, 'reads') };
  console.log(`| ${size} | ${figure.cpu.toFixed(0)} | ${figure.wall.toFixed(0)} | ${figure.reads} |`);
  return figure;
});
const [small, large] = figures;
if (small !== undefined && large !== undefined) {
  console.log(
    `\nratio: CPU ${(large.cpu / small.cpu).toFixed(2)}, wall ${(large.wall / small.wall).toFixed(2)}`,
  );
}

async function plan(folder: string): Promise<Run> {
  const read = new Set<string>();
  const disk = diskTree(folder);
  const tree: Tree = {
    ...disk,
    read: (path) => {
      const text = disk.read(path);
      if (text !== undefined && path.startsWith('src/')) read.add(path);
      return text;
    },
  };
  const cpu = process.cpuUsage();
  const start = performance.now();
  const composed = await compose(
    { add: FEATURES, remove: [], exclude: [], prefer: 'lock', tier: 'intermediate' },
    { tree, catalog, loadEditor: loadHostEditor },
  );
  if (composed.kind !== 'plan') throw new Error(JSON.stringify(composed, undefined, 2));
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { cpu: (user + system) / 1000, wall, reads: read.size };
}

function median(runs: readonly Run[], figure: keyof Run): number {
  const sorted = runs.map((run) => run[figure]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** An Express service whose `size` files hang on index files of a hundred imports each, one behind the other. */
function makeHost(size: number): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'host-size-')));
  const areas = Array.from({ length: Math.ceil(size / 100) }, (_, index) => `area${index}`);
  const files: Record<string, string> = {
    'package.json': JSON.stringify({
      name: 'parcels',
      type: 'module',
      scripts: { start: 'node dist/server.js' },
      engines: { node: '>=20' },
      dependencies: { express: '^5.1.0' },
      devDependencies: { typescript: '^5.9.0' },
    }),
    'tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "outDir": "dist", "rootDir": "src" } }',
    'src/server.ts': SERVER,
    'src/app.ts': APP,
    'src/routes.ts': ROUTES,
  };
  for (const [index, area] of areas.entries()) {
    const names = Array.from({ length: 99 }, (_, index) => `handler${index}`);
    const imports = names.map((name) => `import { ${name} } from './${name}.js';\n`).join('');
    files[`src/${area}/index.ts`] = `${imports}\nexport const ${area} = [${names.join(', ')}];\n`;
    for (const name of names) files[`src/${area}/${name}.ts`] = handler(name);
    // The next area hangs on the last handler of this one.
    const next = areas[index + 1];
    if (next !== undefined)
      files[`src/${area}/handler98.ts`] += `\nexport { ${next} } from '../${next}/index.js';\n`;
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function handler(name: string): string {
  return `import type { Request, Response } from 'express';

/** Answer with what was asked for. */
export function ${name}(request: Request, response: Response): void {
  response.json({ id: request.params.id, by: '${name}' });
}
`;
}
