import { resolve as resolvePath } from 'node:path';
import { composedText } from '@joinery/door';
import {
  EXIT,
  type ExitCode,
  ProblemError,
  type ResolveRequest,
  resolve,
  type Universe,
} from '@joinery/engine';
import { answerJson } from '../program/answer.ts';
import type { World } from '../program/world.ts';

export interface ResolveOptions {
  readonly catalog: readonly string[];
  readonly request: string;
  readonly json?: boolean;
}

/** `joinery resolve`: the resolver alone, on a universe and a request in files; docs/resolver.md has their schemas. */
export function resolveFiles(options: ResolveOptions, world: World): ExitCode {
  const universes = options.catalog.map((file) => readJson(file, isUniverse, 'a list `features`', world));
  const request = readJson(options.request, isRequest, 'an object `features`', world);
  const resolution = resolve({ features: universes.flatMap(({ features }) => features) }, request);
  const { terminal } = world;
  if (options.json === true) answerJson(resolution, terminal);
  else if (resolution.status === 'unsolvable') {
    terminal.out(composedText({ kind: 'unsolvable', resolution }, terminal.paint));
  } else {
    const lines = Object.entries(resolution.versions).map(([name, version]) => `${name} ${version}\n`);
    terminal.out(lines.join(''));
  }
  return resolution.status === 'resolved' ? EXIT.done : EXIT.unresolved;
}

function readJson<T>(file: string, is: (value: unknown) => value is T, needs: string, world: World): T {
  const path = resolvePath(world.folder, file);
  let parsed: unknown;
  try {
    parsed = JSON.parse(world.disk.readFileSync(path, 'utf8'));
  } catch (error) {
    throw broken(file, error instanceof SyntaxError ? error.message : 'it cannot be read');
  }
  if (is(parsed)) return parsed;
  throw broken(file, `it needs ${needs}`);
}

function isUniverse(value: unknown): value is Universe {
  return isObject(value) && Array.isArray(value.features);
}

function isRequest(value: unknown): value is ResolveRequest {
  return isObject(value) && isObject(value.features);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function broken(file: string, why: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'invalid-catalog',
    exitCode: EXIT.error,
    found: `\`${file}\` cannot be used: ${why}.`,
    todo: 'Correct the file; docs/resolver.md describes it.',
    places: [file],
  });
}
