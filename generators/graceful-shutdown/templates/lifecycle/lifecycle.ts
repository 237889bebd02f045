import type { Server } from 'node:net';
import { askToReconnect, closeWhenIdle } from './connections.ts';
import { orderedByStage, runSteps, type ShutdownStep, type StartStep } from './steps.ts';
import { type Closable, createSupervisor } from './supervisor.ts';

export interface LifecycleOptions {
  /** How long to go on serving after the signal, so that load balancers notice: 0, or 5,000 under Kubernetes. */
  readonly delayMs?: number | undefined;
  /** From the signal until the process exits, whatever still runs. */
  readonly timeoutMs: number;
  readonly onStart: readonly StartStep[];
  readonly onShutdown: readonly ShutdownStep[];
  readonly log?: (message: string) => void;
}

/** How the process starts and ends. `supervise` does all of it; the others are for an owner with hooks of its own. */
export interface Lifecycle {
  /**
   * Once the server listens, run the start steps; on SIGTERM or SIGINT, answer what is in flight and exit.
   * `app` is what closes the server, such as a Fastify or Nest application; without it the server is closed directly.
   */
  supervise(server: Server, app?: Closable): void;
  /** Run the start steps, once. */
  started(): Promise<void>;
  /** Announce the end, wait for load balancers to notice, then close the server's connections as they become idle. */
  drain(server?: Server): Promise<void>;
  /** When the last request has been answered: run the steps that close, then those that flush, once. */
  finish(): Promise<void>;
}

const KUBERNETES_DELAY_MS = 5_000;

export function createLifecycle(options: LifecycleOptions): Lifecycle {
  const { timeoutMs, onStart, onShutdown, log = logLine } = options;
  const delayMs = options.delayMs ?? defaultDelayMs();
  const steps = orderedByStage(onShutdown);

  const started = once(async () => {
    for (const stage of ['open', 'announce']) {
      for (const step of onStart) if ((step.stage ?? 'open') === stage) await step.run();
    }
  });
  const announce = once(() => runSteps(steps.announce, log));
  const delay = once(() => new Promise<void>((resolve) => setTimeout(resolve, delayMs)));
  const flush = once(() => Promise.all(steps.flush.map((step) => runSteps([step], log))));
  const finish = once(async () => {
    await runSteps(steps.close, log);
    await flush();
  });

  async function drain(server?: Server): Promise<void> {
    await announce();
    if (server !== undefined) askToReconnect(server);
    await delay();
    if (server !== undefined) closeWhenIdle(server);
  }

  const supervise = createSupervisor({ started, drain, flush, finish, timeoutMs, log });
  return { supervise, started, drain, finish };
}

function once<T>(run: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= run();
    return result;
  };
}

function defaultDelayMs(): number {
  const { KUBERNETES_SERVICE_HOST } = process.env;
  return KUBERNETES_SERVICE_HOST ? KUBERNETES_DELAY_MS : 0;
}

function logLine(message: string): void {
  process.stderr.write(`lifecycle: ${message}\n`);
}
