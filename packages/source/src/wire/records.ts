import type { HostEdit, Wiring } from '@joinery/engine';
import type { Profile } from '@joinery/kit';

/** The verbs that edits are recorded by; each names the file in `edits/` that makes it and takes it back. */
export type Verb =
  | 'import-preload'
  | 'import-symbol'
  | 'insert-statement'
  | 'name-result'
  | 'wrap-call'
  | 'add-element'
  | 'add-property';

/** A wiring with its module as a path from the service's folder. */
export type Wanted =
  | { readonly kind: 'preload'; readonly module: string }
  | { readonly kind: Exclude<Wiring['kind'], 'preload'>; readonly module: string; readonly symbol: string };

/** Place a wiring's module in the service. */
export function wantedOf(wiring: Wiring, profile: Profile): Wanted {
  const module = `${wiring.module.replace(/^#host/, profile.platformFolder)}.ts`.replace(/^\//, '');
  return { ...wiring, module };
}

/** What edits and wirings are matched by: the module and, unless it is loaded for its effect, the symbol. */
export function keyOf(target: { readonly module: string; readonly symbol?: string }): string {
  return `${target.module}#${target.symbol ?? ''}`;
}

/** Record an edit; `more` is what only its verb needs to take it back. */
export function edit(
  file: string,
  verb: Verb,
  { module, symbol }: { readonly module: string; readonly symbol?: string },
  more: HostEdit['detail'] = {},
): HostEdit {
  return { file, verb, detail: { module, ...(symbol === undefined ? {} : { symbol }), ...more } };
}

/** What a recorded edit is about. */
export function targetOf(edit: HostEdit): { readonly module: string; readonly symbol?: string } {
  const { module, symbol } = edit.detail;
  return { module: String(module), ...(typeof symbol === 'string' ? { symbol } : {}) };
}

/** By file, then verb, then what they are about. */
export function sortEdits(edits: readonly HostEdit[]): readonly HostEdit[] {
  const order = (each: HostEdit) => `${each.file}\0${each.verb}\0${keyOf(targetOf(each))}`;
  const unique = new Map(edits.map((each) => [order(each), each]));
  return [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, each]) => each);
}
