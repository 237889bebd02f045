import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runOrThrow } from '../running/run-command.ts';
import type { Starter } from './starter.ts';

export interface StartCommand {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Return the program that the starter's start script ends in, without the npm, shell and cross-env around it: an
 * orchestrator signals the service itself, and its exit code is the one that counts. The builds before it are run.
 */
export async function startCommand({ start }: Starter, service: string): Promise<StartCommand> {
  if ('command' in start) return { words: start.command.split(' '), env: {} };
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(service, 'package.json'), 'utf8'),
  );
  const parts = (scripts[start.script] ?? '').split(' && ');
  for (const part of parts.slice(0, -1)) await runOrThrow(part.split(' '), { cwd: service });
  const words = (parts.at(-1) ?? '').split(' ').filter((word) => word !== 'cross-env');
  const first = words.findIndex((word) => !/^\w+=/.test(word));
  const settings = words.slice(0, first).map((word) => word.split(/=(.*)/s, 2));
  return { words: words.slice(first), env: Object.fromEntries(settings) };
}
