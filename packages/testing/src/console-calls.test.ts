import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, readHostFiles } from './host-files.ts';
import { typeErrors } from './type-errors.ts';
import { openWorkbench } from './workbench.ts';

const root = join(__dirname, '../../..');
const fixtures = join(__dirname, '../fixtures');
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));

const convert = { name: 'logging', options: { consoleCalls: 'convert' } };
const list = { name: 'logging', options: { consoleCalls: 'list' } };
const others = [{ name: 'health' }, { name: 'config-env' }];

const SAID = "\nconst count = 1;\nconsole.log('said', count); // why\nconsole.table([count]);\n";

/** Every source file of a fixture says something. */
function talking(name: string): HostFiles {
  const files = Object.entries(readHostFiles(join(fixtures, name))).map(([path, text]) => {
    const isOwn = path.startsWith('src/') && /\.[cm]?ts$/.test(path) && !/\.(?:test|spec)\./.test(path);
    return [
      path,
      isOwn ? `${text}${text.includes('\r\n') ? SAID.replaceAll('\n', '\r\n') : SAID}` : text,
    ] as const;
  });
  return Object.fromEntries(files);
}

describe.each(['echo-http', 'parcels-express', 'sensors-nest-fastify', 'stock-fastify'])(
  'calls of console in %s',
  (name) => {
    const host = talking(name);
    const said = (files: HostFiles) =>
      Object.entries(files).filter(
        ([path, text]) =>
          /\.[cm]?ts$/.test(path) &&
          !path.includes('/platform/') &&
          /\.info\(\{ count \}, ['"]said['"]\)/.test(text),
      );
    let converted: HostFiles = {};

    beforeAll(async () => {
      converted = await bench.run(host, { add: [convert, ...others], tier: 'basic' });
    });

    test('become the logger’s, and what a logger cannot say stays and is named', async () => {
      expect(said(converted).length).toBeGreaterThan(0);
      const plan = await bench.compose(host, { add: [convert], tier: 'basic' });
      const warnings = plan.kind === 'plan' ? plan.warnings.join('\n') : '';
      expect(warnings.match(/\.[cm]?ts:\d+`/g)).toHaveLength(said(converted).length);
      expect(typeErrors(converted)).toBe('');
    });

    test('come and go in any order, to the byte', async () => {
      expect(await bench.run(converted, {})).toEqual(converted);
      const first = await bench.run(host, { add: [convert], tier: 'basic' });
      expect(await bench.run(first, { add: others })).toEqual(converted);
      const last = await bench.run(host, { add: others, tier: 'basic' });
      expect(await bench.run(last, { add: [convert] })).toEqual(converted);
      expect(await bench.run(converted, { remove: others.map((each) => each.name).slice(0, 1) })).toEqual(
        await bench.run(host, { add: [convert, ...others.slice(1)], tier: 'basic' }),
      );
      expect(await bench.run(converted, { add: [list] })).toEqual(
        await bench.run(host, { add: [list, ...others], tier: 'basic' }),
      );
      expect(await bench.remove(converted, 'logging', 'health', 'config-env')).toEqual(host);
    });

    test('that people changed or added are theirs', async () => {
      const [path = '', text = ''] = said(converted).at(-1) ?? [];
      const edited = {
        ...converted,
        [path]: `${text.replace('{ count }', '{ count, more: true }')}console.warn('added');\n`,
      };
      const again = await bench.run(edited, {});
      expect(again[path]).toMatch(/\{ count, more: true \}, .said.\); \/\/ why/);
      expect(again[path]).toMatch(/\w\.warn\('added'\);\n$/);
      expect(again[path]).not.toContain('console.warn');
      const removed = await bench.remove(again, 'logging', 'health', 'config-env');
      expect(removed[path]).toContain("console.warn('added');");
      expect(removed[path]).toMatch(/\{ count, more: true \}, .said.\); \/\/ why/);
      expect({ ...removed, [path]: '' }).toEqual({ ...host, [path]: '' });
    });
  },
);
