import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { EXIT, ProblemError, type Tree } from '@joinery/engine';
import { isRecord } from '../feature/json-record.ts';

/** Longer files are nobody's source code; reading one by mistake would cost more than the whole run. */
const LARGEST = 4 * 1024 * 1024;

/** Files of the workspace that a service may read: manifests, lockfiles, settings of the compiler and of Prettier. */
const MANIFEST = new RegExp(
  '^(?:package\\.json|\\.prettierrc(?:\\.json5?|\\.ya?ml)?|package-lock\\.json|npm-shrinkwrap\\.json|pnpm-(?:lock|workspace)\\.yaml|yarn\\.lock' +
    '|\\.yarnrc\\.yml|bun\\.lockb?|nx\\.json|\\.nvmrc|\\.node-version|tsconfig[\\w.-]*\\.json)$',
);

/** Compiler settings that a workspace keeps in a folder: `tooling/tsconfig.node.json`, `packages/tsconfig/base.json`. */
const SETTINGS = /^(?:[\w@.-]+\/)+(?:tsconfig[\w.-]*|(?<=(?:tsconfig|typescript-config)\/)[\w.-]+)\.json$/;

/**
 * A service's files on the disk; only what is asked for is read. Of the workspace (`../..`) only manifest files and the
 * manifests in its node_modules can be read. A symbolic link that leads out is a ProblemError `path-leaves-service`.
 */
export function diskTree(folder: string, workspace?: string): Tree {
  const root = realpathSync(folder);
  const outer = workspace === undefined ? root : realpathSync(join(root, workspace));
  const read = (path: string) => {
    const { boundary, rest } = place(path, workspace);
    return readText(join(root, path), path, boundary === 'service' && !isInstalled(rest) ? root : outer);
  };
  return {
    ...(workspace === undefined ? {} : { workspace, place: relative(outer, root).split(sep).join('/') }),
    read: (path) => {
      const text = read(path);
      if (text !== undefined || workspace === undefined || !path.startsWith('node_modules/')) return text;
      return read(`${workspace}/${path}`);
    },
    list: (path) => {
      if (path === workspace) return namesIn(join(root, path)).filter((name) => MANIFEST.test(name));
      place(path, workspace);
      return namesIn(join(root, path));
    },
  };
}

interface Place {
  readonly boundary: 'service' | 'workspace';
  readonly rest: string;
}

/** Which side of the border a path lies on; throws for one that lies on neither. */
function place(path: string, workspace: string | undefined): Place {
  const segments = path.split('/');
  const outside =
    segments.includes('..') || path.startsWith('/') || path.includes('\\') || path.includes('\0');
  if (!outside) return { boundary: 'service', rest: path };
  const rest = path.slice((workspace?.length ?? 0) + 1);
  const known =
    workspace !== undefined && path.startsWith(`${workspace}/`) && !rest.split('/').includes('..');
  if (known && (MANIFEST.test(rest) || SETTINGS.test(rest) || isInstalled(rest)))
    return { boundary: 'workspace', rest };
  throw leaves(path);
}

function isInstalled(path: string): boolean {
  return path.startsWith('node_modules/');
}

function readText(file: string, path: string, boundary: string): string | undefined {
  const real = realPath(file, path);
  if (real === undefined) return undefined;
  if (real !== boundary && !real.startsWith(boundary + sep)) {
    if (path.includes('node_modules/')) return undefined;
    throw leaves(path, relative(boundary, real));
  }
  const facts = statSync(real);
  if (!facts.isFile()) return undefined;
  if (facts.size > LARGEST) throw unreadable(path, `it is larger than ${LARGEST / 1024 / 1024} MB`);
  const bytes = attempt(path, () => readFileSync(real));
  return bytes === undefined ? undefined : decode(bytes, path);
}

function decode(bytes: Uint8Array, path: string): string {
  if (bytes.subarray(0, 8000).includes(0)) throw unreadable(path, 'it is binary');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw unreadable(path, 'it is not UTF-8 text');
  }
}

function realPath(file: string, path: string): string | undefined {
  return attempt(path, () => realpathSync(file));
}

function attempt<T>(path: string, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    const code = isRecord(error) ? String(error.code) : '';
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) return undefined;
    throw unreadable(path, code === 'EACCES' ? 'the permission is missing' : `the system says ${code}`);
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function unreadable(path: string, why: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'unreadable-file',
    exitCode: EXIT.error,
    found: `\`${path}\` cannot be read: ${why}.`,
    todo: 'Joinery reads UTF-8 text files of the service. Correct the file, then run the command again.',
    places: [path],
  });
}

function leaves(path: string, target?: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'path-leaves-service',
    exitCode: EXIT.refused,
    found:
      target === undefined
        ? `\`${path}\` lies outside the service, so it is not touched.`
        : `\`${path}\` is a symbolic link that leads out of the service, to \`${target}\`, so it is not followed.`,
    todo: 'Run the command in the folder that really holds the file, or replace the link by the file.',
    places: [path],
  });
}
