import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Place } from './run-command.ts';
import { environment } from './run-command.ts';

/** Run a program to its end, on the terminal of this process, and return its exit code. */
export async function showCommand(words: readonly string[], place: Place): Promise<number> {
  const [program = '', ...args] = words;
  const child = spawn(program, args, {
    cwd: place.cwd,
    env: environment(place),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code]: (number | null)[] = await once(child, 'exit');
  return code ?? 1;
}
