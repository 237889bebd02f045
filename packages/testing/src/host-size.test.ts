import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { compose, memoryTree, type Tree } from '@joinery/engine';
import { type HostFiles, readHostFiles } from './host-files.ts';
import { rememberingEditor } from './remembering-editor.ts';

const catalog = openCatalog({ workspace: join(__dirname, '../../..'), files: [], more: [] });
const fixture = readHostFiles(join(__dirname, '../fixtures/parcels-express'));

/** The fixture with more files behind its routes, each importing the next. */
function grown(count: number): HostFiles {
  const files = Array.from({ length: count }, (_, index) => [
    `src/more/part${index}.ts`,
    `${index === count - 1 ? '' : `import './part${index + 1}.js';\n`}export const part${index} = ${index};\n`,
  ]);
  const parcels = `import './more/part0.js';\n${fixture['src/parcels.ts']}`;
  return { ...fixture, 'src/parcels.ts': parcels, ...Object.fromEntries(files) };
}

test('planning reads the same files of a host, however many there are behind them', async () => {
  const reads = await Promise.all(
    [100, 5_000].map(async (count) => {
      const read = new Set<string>();
      const disk = memoryTree(grown(count));
      const tree: Tree = {
        ...disk,
        read: (path) => {
          read.add(path);
          return disk.read(path);
        },
      };
      const request = { add: [{ name: 'health' }], remove: [], exclude: [], prefer: 'lock' } as const;
      const composed = await compose(request, { tree, catalog, loadEditor: rememberingEditor });
      expect(composed.kind).toBe('plan');
      return [...read].sort();
    }),
  );
  expect(reads[1]).toEqual(reads[0]);
});
