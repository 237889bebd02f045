import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { get } from '../running/get.ts';
import { environment, runCommand } from '../running/run-command.ts';

/** How a service started: the pages that were asked for and their status, or the end of what it printed. */
export interface Booted {
  readonly listens: boolean;
  readonly pages: Readonly<Record<string, number>>;
  readonly output: string;
  /** How it ended after SIGTERM: its exit code or a signal; `killed` when it had to be. */
  readonly ended: string;
}

const PATIENCE_MS = 45_000;

/** Build the service if it has a build, start it as its start script does, ask for pages, and end it with SIGTERM. */
export async function boot(
  service: string,
  env: Readonly<Record<string, string>>,
  pages: readonly string[],
): Promise<Booted> {
  const { scripts = {} }: { readonly scripts?: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(service, 'package.json'), 'utf8'),
  );
  if (scripts.build !== undefined) {
    const built = await runCommand(['npm', 'run', '--silent', 'build'], { cwd: service, env });
    if (built.exitCode !== 0)
      return { listens: false, pages: {}, output: built.output.slice(-1_500), ended: 'no build' };
  }
  const name = ['start:prod', 'start', 'start:dev', 'dev'].find((script) => scripts[script] !== undefined);
  if (name === undefined) return { listens: false, pages: {}, output: '', ended: 'no start script' };
  const hook = `--require=${join(import.meta.dirname, 'listening.cjs')}`;
  const child = spawn('npm', ['run', '--silent', name], {
    cwd: service,
    env: environment({ cwd: service, env: { PORT: '3000', ...env, NODE_OPTIONS: hook } }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ports = () => [...output.matchAll(/TRY-REPOS LISTENS (\d+)/g)].map(([, port]) => Number(port));
  const start = performance.now();
  while (ports().length === 0 && child.exitCode === null && performance.now() - start < PATIENCE_MS)
    await wait(100);
  if (ports().length > 0) await wait(1_000);
  const answers: Record<string, number> = {};
  for (const page of pages) answers[page] = await bestStatus(ports(), page);
  const group = await end(child.pid, () => child.exitCode ?? child.signalCode);
  const ended = /TRY-REPOS EXITS (\d+)/.exec(output)?.[1] ?? group;
  return { listens: ports().length > 0, pages: answers, output: output.slice(-1_500), ended };
}

/** 200 when a server of the service says so; some features have a port of their own. */
async function bestStatus(ports: readonly number[], page: string): Promise<number> {
  const asked = ports.map((port) =>
    get(`http://127.0.0.1:${port}${page}`).then(
      ({ status }) => status,
      () => 0,
    ),
  );
  const statuses = await Promise.all(asked);
  return statuses.find((status) => status === 200) ?? statuses[0] ?? 0;
}

/** SIGTERM to the group that we started, as an orchestrator would; SIGKILL when that does not end it. */
async function end(pid: number | undefined, ended: () => number | string | null): Promise<string> {
  if (pid === undefined) return '';
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (ended() === null) process.kill(-pid, signal);
    for (let turn = 0; turn < 150 && ended() === null; turn += 1) await wait(100);
    if (ended() !== null) return signal === 'SIGKILL' ? 'killed' : String(ended());
  }
  return 'killed';
}
