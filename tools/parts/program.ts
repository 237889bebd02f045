import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';

/** A program of a test's own that can be killed without warning. */
export interface Program {
  /** The lines it has printed so far. */
  readonly lines: readonly string[];
  /** Wait until it has printed that many lines. */
  printed(count: number): Promise<void>;
  /** Give it something to read. */
  write(text: string): void;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** End it as a loss of power would, and wait until it is gone. */
  kill(): Promise<void>;
  /** Wait until it ends by itself; throws with its last words when it fails. */
  end(): Promise<void>;
}

/** Bundles programs once each; they run on the Node.js that runs the test. */
export function programs(): {
  start(file: string, args: readonly string[]): Program;
  remove(): void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  const built = new Map<string, string>();
  return {
    start: (file, args) => {
      const outfile = built.get(file) ?? join(folder, `${built.size}.cjs`);
      if (!built.has(file)) {
        buildSync({ entryPoints: [file], outfile, bundle: true, platform: 'node', format: 'cjs' });
        built.set(file, outfile);
      }
      return follow(spawn(process.execPath, [outfile, ...args], { stdio: ['pipe', 'pipe', 'pipe'] }));
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function follow(child: ChildProcess): Program {
  const lines: string[] = [];
  let said = '';
  const waiting = new Set<() => void>();
  // Its last lines may come after its end.
  let over = false;
  const exited = once(child, 'close').then(() => {
    over = true;
    tell();
  });
  const tell = () => {
    for (const each of waiting) each();
  };
  if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => lines.push(line) && tell());
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  // What is killed reads no more.
  child.stdin?.on('error', () => undefined);
  return {
    lines,
    printed: async (count) => {
      while (lines.length < count) {
        if (over) throw new Error(`The program ended early:\n${said}`);
        await new Promise<void>((resolve) => waiting.add(resolve));
      }
    },
    write: (text) => void child.stdin?.write(text),
    signal: (signal) => void child.kill(signal),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    end: async () => {
      await exited;
      if (child.exitCode !== 0) throw new Error(`The program failed:\n${said}`);
    },
  };
}
