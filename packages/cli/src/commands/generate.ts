import { readGeneration, readRequest } from '@joinery/door';
import { EXIT, type ExitCode, ProblemError } from '@joinery/engine';
import { type ApplyOptions, askedOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { changeTo } from './change.ts';

/**
 * `joinery generate ddd-aggregate Order --fields total:Money`: add to what a feature generates, as often as needed.
 * Which arguments there are is said by the feature's manifest.
 */
export async function generate(
  what: string,
  name: string,
  rest: readonly string[],
  options: ApplyOptions,
  world: World,
): Promise<ExitCode> {
  const words = { what, name, arguments: readFlags(rest) };
  return changeTo({ ...options, label: `generate ${what} ${name}` }, world, async ({ catalog }) => ({
    request: { ...readRequest(askedOf(options, {})), add: [await readGeneration(words, catalog)] },
    skipped: [],
  }));
}

/** `--fields total:Money --of=Order`. Throws ProblemError `invalid-request`. */
function readFlags(words: readonly string[]): Readonly<Record<string, string>> {
  const flags = new Map<string, string>();
  for (let index = 0; index < words.length; index += 1) {
    const [, name = '', value] = /^--([\w-]+)(?:=(.*))?$/s.exec(words[index] ?? '') ?? [];
    const given = value ?? words[index + 1];
    if (name === '' || given === undefined) throw notAFlag(words[index] ?? '');
    flags.set(name, given);
    if (value === undefined) index += 1;
  }
  return Object.fromEntries(flags);
}

function notAFlag(word: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'invalid-request',
    exitCode: EXIT.error,
    found: `The request cannot be understood: \`${word}\` is no argument with a value.`,
    todo: 'Arguments are written `--fields total:Money,note:text?`.',
  });
}
