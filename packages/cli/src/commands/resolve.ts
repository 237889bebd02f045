import { resolve as resolvePath } from 'node:path';
import { accept } from '@joinery/catalog';
import { composedText } from '@joinery/door';
import {
  EXIT,
  type ExitCode,
  ProblemError,
  type Resolution,
  readRequest,
  readUniverse,
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
  const request = accept(readRequest(readText(options.request, world), options.request));
  const resolution = resolve(readCatalogs(options.catalog, world), request);
  if (options.json === true) answerJson(resolution, world.terminal);
  else world.terminal.out(resolutionText(resolution, world));
  return resolution.status === 'resolved' ? EXIT.done : EXIT.unresolved;
}

/** Several files count as one catalog, so a version that two of them list is a fault. */
function readCatalogs(files: readonly string[], world: World): Universe {
  const read = files.map((file) => accept(readUniverse(readText(file, world), file)));
  const [first, ...rest] = read;
  if (first !== undefined && rest.length === 0) return first;
  return accept(readUniverse({ features: read.flatMap(({ features }) => features) }, files.join(', ')));
}

function resolutionText(resolution: Resolution, { terminal: { paint } }: World): string {
  if (resolution.status === 'unsolvable') return composedText({ kind: 'unsolvable', resolution }, paint);
  const versions = Object.entries(resolution.versions);
  const width = Math.max(0, ...versions.map(([name, version]) => name.length + version.length));
  return versions
    .map(([name, version]) => {
      const label = `${paint.bold(name)} ${version}${' '.repeat(width - name.length - version.length)}`;
      return `${label}  ${paint.dim(resolution.because[name] ?? '')}\n`;
    })
    .join('');
}

function readText(file: string, { folder, disk }: World): string {
  try {
    return disk.readFileSync(resolvePath(folder, file), 'utf8');
  } catch {
    throw new ProblemError({
      kind: 'problem',
      id: 'catalog-unreadable',
      exitCode: EXIT.error,
      found: `\`${file}\` cannot be read.`,
      todo: 'Name a JSON file; docs/resolver.md describes what it holds.',
    });
  }
}
