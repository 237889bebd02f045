import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Edit } from './starter.ts';

/** Make a change by hand, and return what takes it back. */
export function editByHand(root: string, edit: Edit): () => void {
  const path = join(root, edit.file);
  if ('text' in edit) {
    const folderIsNew = !existsSync(dirname(path));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, edit.text);
    return () => rmSync(folderIsNew ? dirname(path) : path, { recursive: true });
  }
  const { before, insert } = edit;
  replaceOnce(path, before, insert + before);
  return () => replaceOnce(path, insert + before, before);
}

/** Add a critical check, the way the README of the health feature says: it fails while a file is missing. */
export function addCheck(service: string, file: string): () => void {
  const path = join(service, healthChecks(service));
  const undoImport = replaceOnce(path, 'import type { Check }', `${ACCESS}import type { Check }`);
  const check = `{ name: 'database', critical: true, check: () => access(${JSON.stringify(file)}) }`;
  const undoList = replaceOnce(path, 'readonly Check[] = []', `readonly Check[] = [${check}]`);
  return () => {
    undoList();
    undoImport();
  };
}

const ACCESS = "import { access } from 'node:fs/promises';\n";

/** Find the list of the service's own checks, wherever the composition root was put. */
function healthChecks(service: string): string {
  const found = readdirSync(join(service, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(^|[\\/])health[\\/]checks\.[cm]?ts$/.test(path),
  );
  if (found.length !== 1)
    throw new Error(`Expected one health/checks.ts, found: ${found.join(', ') || 'none'}.`);
  return join('src', found[0] ?? '');
}

function replaceOnce(path: string, find: string, replacement: string): () => void {
  const text = readFileSync(path, 'utf8');
  const parts = text.split(find);
  if (parts.length !== 2) throw new Error(`${path} holds this ${parts.length - 1} times, not once:\n${find}`);
  writeFileSync(path, parts.join(replacement));
  return () => writeFileSync(path, readFileSync(path, 'utf8').split(replacement).join(find));
}
