import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import fc from 'fast-check';
import { type HostFiles, readHostFiles } from './host-files.ts';
import { openWorkbench } from './workbench.ts';

const root = join(__dirname, '../../..');
const fixtures = join(__dirname, '../fixtures');
const FEATURES = ['config-env', 'graceful-shutdown', 'health', 'logging', 'metrics'];
const bench = openWorkbench(openCatalog({ workspace: root, files: [], more: [] }));

describe.each(readdirSync(fixtures))('in %s', (name) => {
  const host = readHostFiles(join(fixtures, name));

  test('L1: applying what is applied changes no byte', async () => {
    const once = await bench.add(host, ...FEATURES);
    expect(await bench.add(once, ...FEATURES)).toEqual(once);
    expect(once).not.toEqual(host);
    const again = await bench.compose(once, { add: FEATURES.map((name) => ({ name })) });
    expect(again).toMatchObject({ kind: 'plan', changes: [], install: { needed: false } });
  });

  test('L2: any order and any grouping give the same bytes', async () => {
    const together = await bench.add(host, ...FEATURES);
    await fc.assert(
      fc.asyncProperty(groupings(), async (groups) => {
        let files: HostFiles = host;
        for (const group of groups) files = await bench.add(files, ...group);
        expect(withoutRequests(files)).toEqual(withoutRequests(together));
      }),
      { numRuns: 12 },
    );
  });

  test('L3: adding and then removing restores the host byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(FEATURES, { minLength: 1 }), async (some) => {
        const added = await bench.add(host, ...some);
        expect(await bench.remove(added, ...some)).toEqual(host);
      }),
      { numRuns: 8 },
    );
  });

  test('L3: removing one feature leaves what adding only the others gives', async () => {
    const both = await bench.add(host, 'health', 'metrics');
    expect(await bench.remove(both, 'metrics')).toEqual(await bench.add(host, 'health'));
    expect(await bench.remove(both, 'health')).toEqual(await bench.add(host, 'metrics'));
  });

  test('L5: into files that were there, text is only inserted', async () => {
    const added = await bench.add(host, ...FEATURES);
    for (const [path, before] of Object.entries(host)) {
      if (added[path] === before) continue;
      expect({ path, kept: isWithin(before, added[path] ?? '') }).toEqual({ path, kept: true });
    }
  });
});

/** Every feature once, shuffled and cut into groups that are added one after the other. */
function groupings(): fc.Arbitrary<readonly (readonly string[])[]> {
  return fc
    .tuple(
      fc.shuffledSubarray(FEATURES, { minLength: FEATURES.length }),
      fc.array(fc.boolean(), { minLength: FEATURES.length, maxLength: FEATURES.length }),
    )
    .map(([order, cuts]) => {
      const groups: string[][] = [[]];
      order.forEach((feature, index) => {
        if (cuts[index] && groups.at(-1)?.length) groups.push([]);
        groups.at(-1)?.push(feature);
      });
      return groups;
    });
}

/** joinery.json keeps the order in which people added to it; all else must agree. */
function withoutRequests({ 'joinery.json': wanted, ...files }: HostFiles): unknown {
  return { ...files, wanted: JSON.parse(wanted ?? '{}') };
}

/** Whether every character of a text is still there, in order. */
function isWithin(before: string, after: string): boolean {
  let index = 0;
  for (const character of after) if (character === before[index]) index += 1;
  return index === before.length;
}
