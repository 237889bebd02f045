import type * as Morph from 'ts-morph';

/**
 * The parts of ts-morph that are used, as live bindings: unset until {@link loadMorph} has run.
 * Loading it costs 0.3 to 0.6 s of CPU, so only `loadHostEditor` asks for it, when something must be planned.
 */
export let Node: typeof Morph.Node;
export type Node = Morph.Node;
export let SyntaxKind: typeof Morph.SyntaxKind;
export let Project: typeof Morph.Project;
export let ts: typeof Morph.ts;

/** Load ts-morph; the first call pays. */
export async function loadMorph(): Promise<void> {
  if (Node !== undefined) return;
  const morph = await import('ts-morph');
  Node = morph.Node;
  SyntaxKind = morph.SyntaxKind;
  Project = morph.Project;
  ts = morph.ts;
}
