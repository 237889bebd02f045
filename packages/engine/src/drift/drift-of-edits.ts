import type { Lockfile } from '../lockfile/lockfile.ts';
import type { HostEdit, HostEditor } from '../planner/host-editor.ts';
import type { Tree } from '../tree/tree.ts';
import { type Drift, FIX } from './drift.ts';

/**
 * Edits of people's own files that are gone. What is plainly there is told by its text; anything else is looked for by
 * binding, wherever people moved it, for which the editor is loaded.
 */
export async function driftOfEdits(
  { edits, files }: Lockfile,
  tree: Tree,
  entry: string | undefined,
  loadEditor: () => Promise<HostEditor>,
): Promise<readonly Drift[]> {
  const doubtful = edits.filter((edit) => !isPlain(edit, tree.read(edit.file) ?? ''));
  if (doubtful.length === 0) return [];
  const { findEdits } = await loadEditor();
  return findEdits(tree, entry, doubtful)
    .filter(({ place }) => place === undefined)
    .map(({ file, module, symbol }): Drift => {
      const owners = files[module]?.owners ?? [];
      const found =
        symbol === undefined
          ? `\`${module}\` is no longer loaded first by \`${file}\`.`
          : `\`${symbol}\` of \`${module}\` is no longer called from \`${file}\`, nor from what it imports.`;
      return {
        id: 'edit-missing',
        features: owners,
        place: lineOf(file, tree, module),
        found,
        todo: FIX,
        fixable: true,
      };
    });
}

/** An import of the module on one line, and a line that uses the symbol and is no comment. */
function isPlain({ detail }: HostEdit, text: string): boolean {
  const name = String(detail.module).split('/').at(-1)?.replace(/\.ts$/, '') ?? '';
  const folder = String(detail.module).split('/').at(-2) ?? '';
  const path = name === 'index' ? `${folder}(?:/index)?` : name;
  const from = `['"][^'"\\n]*\\b${path}(?:\\.[mc]?[jt]s)?['"]`;
  const { symbol } = detail;
  if (typeof symbol !== 'string') return new RegExp(`^(?:import\\s*|require\\()${from}`, 'm').test(text);
  const imported = new RegExp(
    `^import\\s*\\{[^}\\n]*\\b${symbol}\\b(?!\\s+as\\b)[^}\\n]*\\}\\s*from\\s*${from}`,
    'm',
  );
  const lines = text.replace(/\/\*[\s\S]*?\*\//g, '').split('\n');
  const used = lines.some(
    (line) =>
      !/^\s*(?:import\b|\/\/)/.test(line) && new RegExp(`^[^'"\`/]*\\b${symbol}\\b\\s*[(,\\]]`).test(line),
  );
  return imported.test(text) && used;
}

/** Where the module is still mentioned, else the top. */
function lineOf(file: string, tree: Tree, module: string): string {
  const name = module.split('/').at(-1)?.replace(/\.ts$/, '') ?? module;
  const line = (tree.read(file) ?? '').split('\n').findIndex((each) => each.includes(`/${name}`));
  return `${file}:${Math.max(line, 0) + 1}`;
}
