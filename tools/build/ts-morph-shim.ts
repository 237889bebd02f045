import { fileURLToPath } from 'node:url';
import { loadCached } from './load-cached.ts';

// Stands for `ts-morph` in the bundle; the names are those that packages/source/src/syntax/morph.ts takes.
const morph = loadCached(fileURLToPath(new URL('./ts-morph.cjs', import.meta.url))) as Readonly<
  Record<string, unknown>
>;

export const { Node, SyntaxKind, Project, ts } = morph;
