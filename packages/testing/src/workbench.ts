import { type Catalog, type Composed, type ComposeRequest, compose, type Plan } from '@joinery/engine';
import type { Tier } from '@joinery/kit';
import { applyToFiles } from './apply-to-files.ts';
import type { HostFiles } from './host-files.ts';
import { watchedCatalog } from './laws/watched-catalog.ts';
import { watchedTree } from './laws/watched-tree.ts';
import { rememberingEditor } from './remembering-editor.ts';

/** Where laws are tried: hosts in memory, features from a catalog. */
export interface Workbench {
  compose(files: HostFiles, request: Partial<ComposeRequest>): Promise<Composed>;
  /** Compose and apply. Throws with the problem's own words when there is no plan. */
  run(files: HostFiles, request: Partial<ComposeRequest>): Promise<HostFiles>;
  /** As `run`, with the names of features to add. */
  add(files: HostFiles, ...features: readonly string[]): Promise<HostFiles>;
  remove(files: HostFiles, ...features: readonly string[]): Promise<HostFiles>;
  /** Whether the resolver lets features into a host, all together; nothing is planned. */
  fits(files: HostFiles, features: readonly string[], tier: Tier): Promise<boolean>;
  /** Which files of a host were read while a request was planned. */
  reads(files: HostFiles, request: Partial<ComposeRequest>): Promise<ReadonlySet<string>>;
  /** What plans have reached for that they may not: `health: fs.readFileSync`. */
  readonly trespasses: ReadonlySet<string>;
}

/** Set up a bench over a catalog. */
export function openWorkbench(source: Catalog): Workbench {
  const editor = rememberingEditor();
  const { catalog, trespasses } = watchedCatalog(source);
  const whole = (request: Partial<ComposeRequest>): ComposeRequest => {
    return { add: [], remove: [], exclude: [], prefer: 'lock', ...request };
  };
  const bench: Workbench = {
    trespasses,
    compose: (files, request) =>
      compose(whole(request), { tree: watchedTree(files).tree, catalog, loadEditor: () => editor }),
    run: async (files, request) => applyToFiles(files, planOf(await bench.compose(files, request))),
    add: (files, ...features) => bench.run(files, { add: features.map((name) => ({ name })) }),
    remove: (files, ...features) => bench.run(files, { remove: features }),
    fits: async (files, features, tier) => {
      const request = whole({ add: features.map((name) => ({ name })), tier });
      const loadEditor = () => Promise.reject(new Fits());
      return compose(request, { tree: watchedTree(files).tree, catalog: source, loadEditor }).then(
        () => false,
        (error: unknown) => {
          if (error instanceof Fits) return true;
          throw error;
        },
      );
    },
    reads: async (files, request) => {
      const { tree, reads } = watchedTree(files);
      planOf(await compose(whole(request), { tree, catalog, loadEditor: () => editor }));
      return reads;
    },
  };
  return bench;
}

/** The editor is asked for once the resolver is content; that is all `fits` wants to know. */
class Fits extends Error {}

function planOf(composed: Composed): Plan {
  if (composed.kind === 'plan') {
    if (composed.conflicts.length > 0) throw new Error(`conflicts in ${composed.conflicts[0]?.path}`);
    return composed;
  }
  if (composed.kind === 'unsolvable') throw new Error(composed.resolution.explanation.join('\n'));
  throw new Error(`${composed.id}: ${composed.found} ${composed.todo} ${(composed.places ?? []).join(' ')}`);
}
