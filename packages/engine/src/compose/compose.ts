import type { HostEditor } from '../planner/host-editor.ts';
import type { Plan } from '../planner/plan.ts';
import type { Problem } from '../problem.ts';
import type { Unsolvable } from '../resolver/resolution.ts';
import type { Tree } from '../tree/tree.ts';
import type { Catalog } from './catalog.ts';
import type { ComposeRequest } from './request.ts';

/** What an edge hands in: the host, the features, and the way to change text. */
export interface ComposePorts {
  readonly tree: Tree;
  readonly catalog: Catalog;
  /** Called at most once, and only when something must be planned. */
  readonly loadEditor: () => Promise<HostEditor>;
}

/** A plan, or why there is none. */
export type Composed = Plan | Problem | { readonly kind: 'unsolvable'; readonly resolution: Unsolvable };

/**
 * Bring a service from where it is to where the request wants it: profile → resolve → plan.
 * Never throws for bad input: every fault of the request or the host is a {@link Problem}.
 */
export async function compose(_request: ComposeRequest, _ports: ComposePorts): Promise<Composed> {
  throw new Error('compose is being written');
}
