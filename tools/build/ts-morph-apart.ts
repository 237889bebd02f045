import { fileURLToPath } from 'node:url';
import { loadCached } from './load-cached.ts';

/** Stands for `require('ts-morph')` in the bundle: the file beside it, with its code cache. */
export function requireApart(): unknown {
  return loadCached(fileURLToPath(new URL('./ts-morph.cjs', import.meta.url)));
}
