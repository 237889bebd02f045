import { createRequire } from 'node:module';
import type * as Morph from 'ts-morph';

// Not `import()`: of a CommonJS package it first scans all 9 MB for export names, which costs another 0.3 s.
const required: (name: 'ts-morph') => typeof Morph = createRequire(import.meta.url);

/**
 * The parts of ts-morph that are used, as live bindings: unset until {@link loadMorph} has run.
 * Loading it costs 0.3 to 0.6 s of CPU, so only what reads source code asks for it.
 */
export let Node: typeof Morph.Node;
export type Node = Morph.Node;
export let SyntaxKind: typeof Morph.SyntaxKind;
export let Project: typeof Morph.Project;
export let ts: typeof Morph.ts;

/** Load ts-morph; the first call pays. */
export function loadMorph(): void {
  if (Node !== undefined) return;
  const morph = required('ts-morph');
  Node = morph.Node;
  SyntaxKind = morph.SyntaxKind;
  Project = morph.Project;
  ts = morph.ts;
}
