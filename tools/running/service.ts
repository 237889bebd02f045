import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { environment, type Place } from './run-command.ts';

/** A service that runs as a process of ours. */
export interface Service {
  readonly url: string;
  /** What it has printed so far. */
  output(): string;
  /** Wait until `seen` holds; fail with the service's output when the process ends before. */
  until(what: string, seen: () => boolean | Promise<boolean>): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** The exit code, or the name of the signal that ended it. */
  readonly exit: Promise<number | NodeJS.Signals>;
  /** End it if it still runs; never anything else. */
  stop(): Promise<void>;
}

/** Long past what a slow machine needs: no measure, only an end for what would never come. */
const HANGS_MS = 120_000;
const OUTPUT_MS = 10_000;

/** Start the program itself, without a shell or npm around it, so that a signal reaches it alone. */
export function startService(words: readonly string[], place: Place, port: number): Service {
  const [program = '', ...args] = words;
  const child = spawn(program, args, {
    cwd: place.cwd,
    env: environment({ ...place, env: { ...place.env, PORT: String(port) } }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const exit = ended(child);

  async function until(what: string, seen: () => boolean | Promise<boolean>): Promise<void> {
    const start = performance.now();
    while (!(await seen())) {
      if (hasEnded(child))
        throw new Error(`The service ended (${await exit}) before ${what}:\n${output.slice(-4_000)}`);
      if (performance.now() - start > HANGS_MS)
        throw new Error(`Waited in vain until ${what}:\n${output.slice(-4_000)}`);
      await wait(25);
    }
  }

  async function stop(): Promise<void> {
    if (!hasEnded(child)) child.kill('SIGKILL');
    await exit;
  }

  return {
    url: `http://localhost:${port}`,
    output: () => output,
    until,
    signal: (signal) => {
      child.kill(signal);
    },
    exit,
    stop,
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

async function ended(child: ChildProcess): Promise<number | NodeJS.Signals> {
  // What it printed last may come after its end; a process that it left behind may keep its output open for ever.
  const closed = once(child, 'close');
  const [code, signal]: (number | NodeJS.Signals | null)[] = await once(child, 'exit');
  await Promise.race([closed, wait(OUTPUT_MS, undefined, { ref: false })]);
  return code ?? signal ?? 1;
}
