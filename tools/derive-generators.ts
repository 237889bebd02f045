import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { type DoorPackage, withFeatures } from './derive/door-package.ts';
import {
  generatorsJson,
  kindSchemaJson,
  type NxSchema,
  schemaJson,
  withPromptItems,
} from './derive/nx-door.ts';
import { type DoorFeature, readFeatures } from './derive/read-features.ts';
import { tiersPage } from './derive/tiers-page.ts';
import { subGenerator } from './derive/yeoman-door.ts';

/*
 * Derives what the Nx and Yeoman doors must know of each feature, and docs/tiers.md, from its manifest and options schema:
 *   npx tsx tools/derive-generators.ts           writes what is out of date
 *   npx tsx tools/derive-generators.ts --check   names it and exits with 1
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SUB_GENERATORS = 'packages/generator-joinery/src/generators';

const features = readFeatures(root);
const wanted = derive(features);
const stale = [...wanted].filter(([path, text]) => !same(path, text));
const extra = subGenerators().filter((name) => !features.some((feature) => feature.name === name));

if (process.argv.includes('--check')) {
  const names = [...stale.map(([path]) => path), ...extra.map((name) => `${SUB_GENERATORS}/${name}`)];
  if (names.length > 0) {
    console.error(`Out of date: ${names.join(', ')}.\nRun: npx tsx tools/derive-generators.ts`);
    process.exitCode = 1;
  }
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(path);
  }
  for (const name of extra) rmSync(join(root, SUB_GENERATORS, name), { recursive: true });
}

/** Path → text of every derived file. */
function derive(all: readonly DoorFeature[]): ReadonlyMap<string, string> {
  const files = all.flatMap((feature) => [
    [`generators/${feature.name}/generators.json`, json(generatorsJson(feature))] as const,
    [`generators/${feature.name}/schema.json`, json(schemaJson(feature))] as const,
    [`${SUB_GENERATORS}/${feature.name}/index.ts`, subGenerator(feature)] as const,
    ...Object.keys(feature.generators ?? {}).map(
      (kind) =>
        [`generators/${feature.name}/schemas/${kind}.json`, json(kindSchemaJson(feature, kind))] as const,
    ),
  ]);
  const prompts = ['compose', 'add'].map((name) => {
    const path = `packages/nx/generators/${name}/schema.json`;
    const schema = JSON.parse(readFileSync(join(root, path), 'utf8')) as NxSchema;
    return [path, json(withPromptItems(schema, all))] as const;
  });
  const doors = ['cli', 'generator-joinery', 'nx'].map((name) => {
    const path = `packages/${name}/package.json`;
    return [
      path,
      json(withFeatures(JSON.parse(readFileSync(join(root, path), 'utf8')) as DoorPackage, all)),
    ] as const;
  });
  return new Map([...files, ...prompts, ...doors, ['docs/tiers.md', tiersPage(all)]]);
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** How JSON is laid out is the formatter's business; what it says, and in which order, is ours. */
function same(path: string, text: string): boolean {
  const file = join(root, path);
  if (!existsSync(file)) return false;
  const found = readFileSync(file, 'utf8');
  if (!path.endsWith('.json')) return found === text;
  const [a, b]: readonly unknown[] = [JSON.parse(found), JSON.parse(text)];
  return isDeepStrictEqual(a, b) && JSON.stringify(a) === JSON.stringify(b);
}

/** Sub-generators of features; `app` is the door itself. */
function subGenerators(): readonly string[] {
  const folder = join(root, SUB_GENERATORS);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name !== 'app');
}
