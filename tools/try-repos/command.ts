import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { joineryBin, ROOT } from '../running/joinery.ts';
import { type Finished, runCommand } from '../running/run-command.ts';
import type { Copy } from './copy.ts';

/** The command as it was built last: it starts many times in a run. */
const COMMAND = [process.execPath, joineryBin()];

/** Run a command of Joinery on a copy; the service's packages are installed later, by us. */
export function joinery(copy: Copy, words: readonly string[]): Promise<Finished> {
  const options = ['-C', copy.service, '--yes', '--json', '--no-install', '--verify', 'none'];
  return runCommand([...COMMAND, ...words, ...options], { cwd: ROOT });
}

/** The features that joinery.json of a copy asks for, and all that came. */
export function featuresOf({ service }: Copy): {
  readonly wanted: readonly string[];
  readonly there: readonly string[];
} {
  return {
    wanted: namesIn(join(service, 'joinery.json')),
    there: namesIn(join(service, 'joinery.lock.json')),
  };
}

function namesIn(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const { features = {} }: { readonly features?: object } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.keys(features).sort();
}

/** What a tier leaves out here: `storage-sqlite: Because …`. */
export function leftOutOf({ output }: Finished): readonly string[] {
  return [...output.matchAll(/"`([\w-]+)` is left out: ((?:[^"\\]|\\.)*)"/g)].map(
    ([, feature, because]) => `\`${feature}\`: ${because}`,
  );
}

/** A failure in Joinery's own words that changed nothing is a refusal; anything else is a fault of ours. */
export function isRefusal({ exitCode, output }: Finished): boolean {
  const inWords = /"kind": "problem"/.test(output) && !/"id": "(?:internal|unexpected)/.test(output);
  return [3, 4].includes(exitCode) || inWords;
}

export function refusalOf({ output }: Finished): string {
  try {
    const answer: {
      readonly id?: string;
      readonly found?: string;
      readonly resolution?: { readonly explanation: readonly string[] };
    } = JSON.parse(output);
    if (answer.resolution !== undefined)
      return answer.resolution.explanation.find((line) => /Because/.test(line)) ?? 'no resolution';
    return `\`${answer.id}\`: ${answer.found}`;
  } catch {
    return output.slice(-600);
  }
}
