import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../running/free-port.ts';

export interface RunningService {
  readonly url: string;
  readonly metricsUrl: string;
  readonly process: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Its lines on stdout that are objects. */
  lines(): readonly Readonly<Record<string, unknown>>[];
  /** The exit code, or the signal that ended it. */
  readonly exit: Promise<number | string>;
  stop(): Promise<void>;
}

/** Start a built service and wait until it answers. */
export async function runService(
  outfile: string,
  node: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningService> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const child = spawn(node, [outfile], {
    cwd: dirname(dirname(outfile)),
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => {
    out += String(text);
  });
  child.stderr.on('data', (text) => {
    err += String(text);
  });
  // Its last lines may come after its end.
  const exit = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(`${url}/health/ready`))) {
    if (child.exitCode !== null) throw new Error(`The service ended early:\n${out}\n${err}`);
    await wait(50);
  }
  return {
    url,
    metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    process: child,
    stdout: () => out,
    stderr: () => err,
    lines: () => out.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : [])),
    exit,
    stop: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** Whether anything answers; a service without health says 404. */
function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ status }) => status !== 503,
    () => false,
  );
}
