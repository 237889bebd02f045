import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/**
 * Load a CommonJS file with V8's code cache, which is written beside it after its first run. Compiling the 4 MB of
 * ts-morph anew costs more than everything else that the command does. The cache belongs to one file, one Node.js
 * version and one processor; where it can't be written (a read-only installation), loading is merely slower.
 */
export function loadCached(file: string): unknown {
  const { mtimeMs, size } = statSync(file);
  const cache = `${file}.${process.version}-${process.arch}-${size}-${Math.trunc(mtimeMs)}.cache`;
  const cachedData = read(cache);
  // The bundle is plain ASCII; read as such, it takes half the memory and no decoding.
  const source = readFileSync(file, 'latin1');
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} };
  const run = script.runInThisContext() as (...args: readonly unknown[]) => void;
  run(module.exports, createRequire(file), module, file, dirname(file));
  if (cachedData === undefined || script.cachedDataRejected === true) keepAtExit(script, cache);
  return module.exports;
}

/** At the end of the run the cache also holds the functions that this run needed, so the next compiles none. */
function keepAtExit(script: Script, cache: string): void {
  process.once('exit', () => {
    try {
      const next = `${cache}.${process.pid}`;
      writeFileSync(next, script.createCachedData());
      renameSync(next, cache);
    } catch {
      // Read-only: the next run compiles again.
    }
  });
}

function read(cache: string): Buffer | undefined {
  try {
    return readFileSync(cache);
  } catch {
    return undefined;
  }
}
