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
  const files = readdirSync(join(root, 'packages'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\/src\/.*\.ts$/.test(path) && !path.endsWith('.test.ts') && !path.includes('node_modules'),
  );
  const texts = files.map((path) => readFileSync(join(root, 'packages', path), 'utf8'));
  const literal = texts.flatMap((text) =>
    [...text.matchAll(/\bid: '([a-z-]+)'/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set([...literal, ...DERIVED])];
}

test('docs/errors.md explains every problem, and no other', () => {
  const explained = [...readFileSync(join(root, 'docs/errors.md'), 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm)];
  expect(explained.map((match) => match[1]).sort()).toEqual([...idsInSources()].sort());
});
