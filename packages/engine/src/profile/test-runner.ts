import type { Profile, TestRunner } from '@joinery/kit';
import type { Tree } from '../tree/tree.ts';
import type { PackageJson } from './package-json.ts';

/** Find the runner of the host's own tests, and how it names test files. */
export function findTests(tree: Tree, json: PackageJson, sourceRoot: string): Profile['tests'] {
  const runner = runnerOf(json);
  const names = [...tree.list(sourceRoot), ...tree.list('test'), ...tree.list('tests')];
  const configured = /\.\(?spec\b|spec\\?\.ts/.test(
    JSON.stringify(json.scripts) + (tree.read('package.json') ?? ''),
  );
  const suffix = names.some((name) => /\.spec\.[cm]?ts$/.test(name)) || configured ? 'spec' : 'test';
  return runner === undefined ? { suffix } : { runner, suffix };
}

function runnerOf(json: PackageJson): TestRunner | undefined {
  const installed = { ...json.dependencies, ...json.devDependencies };
  const script = json.scripts.test ?? '';
  if (/\bvitest\b/.test(script) || (installed.vitest && !installed.jest)) return 'vitest';
  if (/\bjest\b/.test(script) || installed.jest) return 'jest';
  if (/\bmocha\b/.test(script) || installed.mocha) return 'mocha';
  return /(node|tsx|borp)\s[^&|]*--test\b|\bborp\b/.test(script) ? 'node' : undefined;
}
