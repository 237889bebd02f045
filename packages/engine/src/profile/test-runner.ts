import type { Profile, TestRunner } from '@joinery/kit';
import type { Tree } from '../tree/tree.ts';
import type { PackageJson } from './package-json.ts';
import { joinPath } from './path.ts';
import type { TypeScriptSettings } from './typescript-settings.ts';

/** Find the runner of the host's own tests, and how it names test files. */
export function findTests(
  tree: Tree,
  json: PackageJson,
  sourceRoot: string,
  settings: TypeScriptSettings | undefined,
): Profile['tests'] {
  const runner = runnerOf(json);
  const names = [...tree.list(sourceRoot), ...tree.list('test'), ...tree.list('tests')];
  const configured = /\.\(?spec\b|spec\\?\.ts/.test(
    JSON.stringify(json.scripts) + (tree.read('package.json') ?? ''),
  );
  const suffix = names.some((name) => /\.spec\.[cm]?ts$/.test(name)) || configured ? 'spec' : 'test';
  if (runner === undefined) return { suffix };
  const module = moduleOf(runner, json, settings);
  const folder = hasTests(tree, sourceRoot, 3)
    ? undefined
    : TEST_FOLDERS.find((name) => hasTests(tree, name, 3));
  return {
    runner,
    suffix,
    ...(module === undefined ? {} : { module }),
    ...(folder === undefined ? {} : { folder }),
  };
}

const TEST_FOLDERS = ['tests', 'test'] as const;

/** Whether a folder, or one at most so many levels below it, holds a test. */
function hasTests(tree: Tree, folder: string, levels: number): boolean {
  const names = tree.list(folder).filter((name) => name !== 'node_modules');
  if (names.some((name) => /\.(?:test|spec)\.[cm]?ts$/.test(name))) return true;
  const folders = levels > 0 ? names.filter((name) => !name.includes('.')) : [];
  return folders.some((name) => hasTests(tree, joinPath(folder, name), levels - 1));
}

/** Jest and Mocha put their functions in scope, but only for hosts that have the types of them. */
function moduleOf(
  runner: TestRunner,
  json: PackageJson,
  settings: TypeScriptSettings | undefined,
): string | undefined {
  if (runner === 'vitest') return 'vitest';
  if (runner === 'node') return 'node:test';
  const declared = json.devDependencies[`@types/${runner}`] ?? json.dependencies[`@types/${runner}`];
  const seen = settings?.types === undefined || settings.types.includes(runner);
  if (declared !== undefined && seen) return undefined;
  return runner === 'jest' ? '@jest/globals' : 'mocha';
}

function runnerOf(json: PackageJson): TestRunner | undefined {
  const installed = { ...json.dependencies, ...json.devDependencies };
  const script = json.scripts.test ?? '';
  if (/\bvitest\b/.test(script) || (installed.vitest && !installed.jest)) return 'vitest';
  if (/\bjest\b/.test(script) || installed.jest) return 'jest';
  if (/\bmocha\b/.test(script) || installed.mocha) return 'mocha';
  return /(node|tsx|borp)\s[^&|]*--test\b|\bborp\b/.test(script) ? 'node' : undefined;
}
