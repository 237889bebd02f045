import {
  type Catalog,
  type Composed,
  type ComposeRequest,
  compose,
  memoryTree,
  type Plan,
} from '@joinery/engine';
import { applyToFiles } from './apply-to-files.ts';
import type { HostFiles } from './host-files.ts';
import { rememberingEditor } from './remembering-editor.ts';

/** Where laws are tried: hosts in memory, features from a catalog. */
export interface Workbench {
  compose(files: HostFiles, request: Partial<ComposeRequest>): Promise<Composed>;
  /** Compose and apply. Throws with the problem's own words when there is no plan. */
  run(files: HostFiles, request: Partial<ComposeRequest>): Promise<HostFiles>;
  /** As `run`, with the names of features to add. */
  add(files: HostFiles, ...features: readonly string[]): Promise<HostFiles>;
  remove(files: HostFiles, ...features: readonly string[]): Promise<HostFiles>;
}

/** Set up a bench over a catalog. */
export function openWorkbench(catalog: Catalog): Workbench {
  const editor = rememberingEditor();
  const bench: Workbench = {
    compose: (files, request) =>
      compose(
        { add: [], remove: [], exclude: [], prefer: 'lock', ...request },
        { tree: memoryTree(files), catalog, loadEditor: () => editor },
      ),
    run: async (files, request) => applyToFiles(files, planOf(await bench.compose(files, request))),
    add: (files, ...features) => bench.run(files, { add: features.map((name) => ({ name })) }),
    remove: (files, ...features) => bench.run(files, { remove: features }),
  };
  return bench;
}

function planOf(composed: Composed): Plan {
  if (composed.kind === 'plan') {
    if (composed.conflicts.length > 0) throw new Error(`conflicts in ${composed.conflicts[0]?.path}`);
    return composed;
  }
  if (composed.kind === 'unsolvable') throw new Error(composed.resolution.explanation.join('\n'));
  throw new Error(`${composed.id}: ${composed.found} ${composed.todo} ${(composed.places ?? []).join(' ')}`);
}
