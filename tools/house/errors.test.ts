import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** Ids that are made from another word: the kinds of findings in documents, and of failures of the registry. */
const DERIVED = [...kindsIn('packages/engine/src/manifest/finding.ts'), ...registryIds()];

function kindsIn(path: string): readonly string[] {
  return [...readFileSync(join(root, path), 'utf8').matchAll(/readonly kind: '([a-z-]+)'/g)].map(
    (match) => match[1] ?? '',
  );
}

function registryIds(): readonly string[] {
  return ['not-cached', 'refused', 'unreachable'].map((kind) => `registry-${kind}`);
}

/** Every problem id in the sources of the packages. */
function idsInSources(): readonly string[] {
  // Not `packages` as a whole: other tests write services below `dist` and delete them while this one reads.
  const texts = readdirSync(join(root, 'packages')).flatMap((name) => {
    const folder = join(root, 'packages', name, 'src');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
    );
    return files.map((path) => readFileSync(join(folder, path), 'utf8'));
  });
  const literal = texts.flatMap((text) =>
    [...text.matchAll(/\bid: '([a-z-]+)'/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set([...literal, ...DERIVED])];
}

test('docs/errors.md explains every problem, and no other', () => {
  const explained = [...readFileSync(join(root, 'docs/errors.md'), 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm)];
  expect(explained.map((match) => match[1]).sort()).toEqual([...idsInSources()].sort());
});
