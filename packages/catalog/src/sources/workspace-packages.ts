import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FeatureSource, listedSource } from '../feature/found-feature.ts';
import { isRecord, readJsonObject } from '../feature/json-record.ts';
import { readFeature } from '../feature/read-package.ts';

/** The features that are packages of a workspace: npm's, yarn's or bun's `workspaces`, or pnpm's. */
export function workspacePackages(root: string): FeatureSource {
  return listedSource(() =>
    workspaceFolders(root).flatMap((folder) => readFeature(join(root, folder), 'workspace') ?? []),
  );
}

/** The folders of a workspace's packages, from its root; sorted. */
export function workspaceFolders(root: string): readonly string[] {
  const patterns = [...declaredInPackageJson(root), ...declaredForPnpm(root)];
  const folders = patterns.filter((pattern) => !pattern.startsWith('!')).flatMap((one) => expand(root, one));
  return [...new Set(folders)].filter((folder) => existsSync(join(root, folder, 'package.json'))).sort();
}

function declaredInPackageJson(root: string): readonly string[] {
  const declared = readJsonObject(join(root, 'package.json'))?.workspaces;
  const list = isRecord(declared) ? declared.packages : declared;
  return Array.isArray(list) ? list.filter((pattern) => typeof pattern === 'string') : [];
}

/** The `packages` list of pnpm-workspace.yaml, which is a plain list of texts wherever it is found. */
function declaredForPnpm(root: string): readonly string[] {
  const file = join(root, 'pnpm-workspace.yaml');
  if (!existsSync(file)) return [];
  const block = /^packages:[ \t]*\n((?:[ \t]*(?:-|#).*\n?|\s*\n)+)/m.exec(readFileSync(file, 'utf8'))?.[1];
  const items = [...(block ?? '').matchAll(/^[ \t]*-[ \t]*(['"]?)([^'"#\n]+?)\1[ \t]*(?:#.*)?$/gm)];
  return items.map((item) => item[2] ?? '');
}

/** Folders that match a pattern whose segments are names, `*`, `prefix-*` or `**`. */
function expand(root: string, pattern: string): readonly string[] {
  const segments = pattern.replace(/^\.\//, '').replace(/\/+$/, '').split('/');
  return segments.reduce<readonly string[]>(
    (folders, segment) => folders.flatMap((folder) => step(root, folder, segment)),
    [''],
  );
}

function step(root: string, folder: string, segment: string): readonly string[] {
  const at = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  if (segment === '**') {
    const below = foldersIn(root, folder).flatMap((name) => step(root, at(name), '**'));
    return [...(folder === '' ? [] : [folder]), ...below];
  }
  if (!segment.includes('*')) return [at(segment)];
  const matches = new RegExp(`^${segment.split('*').map(literally).join('.*')}$`);
  return foldersIn(root, folder)
    .filter((name) => matches.test(name))
    .map(at);
}

function literally(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}

function foldersIn(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}
