import { createRequire } from 'node:module';
import type * as Morph from 'ts-morph';

/**
 * The parts of ts-morph that are used, as live bindings: unset until {@link loadMorph} has run.
 * Loading it costs 0.3 to 0.6 s of CPU, so nothing but reading source files may ask for it.
 */
export let Node: typeof Morph.Node;
export type Node = Morph.Node;
export let SyntaxKind: typeof Morph.SyntaxKind;
export let Project: typeof Morph.Project;
export let ts: typeof Morph.ts;

const load: (name: 'ts-morph') => typeof Morph = createRequire(import.meta.url);

/** Load ts-morph; the first call pays. */
export function loadMorph(): void {
  if (Node !== undefined) return;
  const morph = load('ts-morph');
  Node = morph.Node;
  SyntaxKind = morph.SyntaxKind;
  Project = morph.Project;
  ts = morph.ts;
}
