import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { cleanEnv } from './clean-env.ts';

export interface Place {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The user to run as; the one that runs this unless told. */
  readonly uid?: number;
}

export interface Finished {
  readonly exitCode: number;
  /** What it printed, standard error included. */
  readonly output: string;
}

/** Run a program to its end, without a terminal and with nothing on its standard input. */
export function runCommand(words: readonly string[], place: Place): Promise<Finished> {
  const [program = '', ...args] = words;
  const options = { cwd: place.cwd, env: environment(place), maxBuffer: 64 * 1024 * 1024, ...user(place) };
  return new Promise((resolve) => {
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`;
      if (error === null) resolve({ exitCode: 0, output });
      else if (typeof error.code === 'number') resolve({ exitCode: error.code, output });
      else resolve({ exitCode: 1, output: `${output}${error.message}` });
    });
    child.stdin?.end();
  });
}

/** Run a program that must succeed; the error carries the end of what it printed. */
export async function runOrThrow(words: readonly string[], place: Place): Promise<string> {
  const { exitCode, output } = await runCommand(words, place);
  if (exitCode !== 0) {
    throw new Error(
      `\`${words.join(' ')}\` exited with ${exitCode} in ${place.cwd}\n${output.slice(-6_000)}`,
    );
  }
  return output;
}

function user({ uid }: Place): { readonly uid?: number; readonly gid?: number } {
  return uid === undefined ? {} : { uid, gid: uid };
}

/** A package's own programs come first on the path, as in its npm scripts. */
export function environment({ cwd, env }: Place): NodeJS.ProcessEnv {
  const clean = cleanEnv(env);
  return { ...clean, PATH: [join(cwd, 'node_modules/.bin'), clean.PATH ?? ''].join(delimiter) };
}
