import type { Profile, TestRunner } from '@joinery/kit';
import type { Tree } from '../tree/tree.ts';
import type { PackageJson } from './package-json.ts';
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
  return { runner, suffix, ...(module === undefined ? {} : { module }) };
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
