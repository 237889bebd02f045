import type { Server } from 'node:net';
import { askToReconnect, closeWhenIdle } from './connections.ts';
import { orderedByStage, runSteps, type ShutdownStep, type StartStep, within } from './steps.ts';

export interface LifecycleOptions {
  /** How long to go on serving after the signal, so that load balancers notice. 0, or 5,000 under Kubernetes. */
  readonly delayMs?: number | undefined;
  /** From the signal until the process exits, whatever still runs. */
  readonly timeoutMs: number;
  readonly onStart: readonly StartStep[];
  readonly onShutdown: readonly ShutdownStep[];
  readonly log?: (message: string) => void;
}

/** Starts and ends the process: `supervise` does it all; the other three are for an owner with hooks of its own. */
export interface Lifecycle {
  /**
   * Run the start steps once the server listens, and end the process in order on SIGTERM or SIGINT.
   * `app` is what closes the server (a Fastify or Nest application); without it the server is closed itself.
   */
  supervise(server: Server, app?: Closable): void;
  /** Run the start steps, once. */
  started(): Promise<void>;
  /** Announce the end, wait for load balancers to notice, then close the server's idle connections as they appear. */
  drain(server?: Server): Promise<void>;
  /** Run the steps that close and flush, once. Call it when the last request has been answered. */
  finish(): Promise<void>;
}

interface Closable {
  close(): Promise<unknown>;
}

const KUBERNETES_DELAY_MS = 5_000;
const LAST_FLUSH_MS = 1_000;

export function createLifecycle(options: LifecycleOptions): Lifecycle {
  const { timeoutMs, onStart, onShutdown, log = logLine } = options;
  const delayMs = options.delayMs ?? defaultDelayMs();
  const steps = orderedByStage(onShutdown);

  const started = once(async () => {
    for (const stage of ['open', 'announce'] as const) {
      for (const step of onStart) if ((step.stage ?? 'open') === stage) await step.run();
    }
  });
  const announce = once(() => runSteps(steps.announce, log));
  const flush = once(() => runSteps(steps.flush, log));
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
  const delay = once(() => new Promise<void>((resolve) => setTimeout(resolve, delayMs)));

  async function end(server: Server, app: Closable | undefined): Promise<void> {
    await drain(server);
    try {
      await (app === undefined ? closed(server) : app.close());
    } finally {
      await finish();
    }
  }

  function supervise(server: Server, app?: Closable): void {
    let ending = false;

    async function shutDown(reason: string, exitCode: number): Promise<void> {
      if (ending) return;
      ending = true;
      log(`${reason}: shutting down`);
      const outcome = await within(timeoutMs, end(server, app));
      if (outcome === 'done') process.exit(exitCode);
      log(outcome === 'late' ? `not finished after ${timeoutMs} ms` : `failed: ${outcome.message}`);
      await within(LAST_FLUSH_MS, flush());
      process.exit(1);
    }

    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (ending) process.exit(1);
        void shutDown(signal, 0);
      });
    }
    // A host that has a handler of its own has decided what such an error means.
    if (process.listenerCount('uncaughtException') === 0) {
      process.on('uncaughtException', (error, origin) => {
        log(`${origin}: ${error instanceof Error ? error.stack : String(error)}`);
        void shutDown(origin, 1);
      });
    }

    const begin = (): void => {
      started().catch((error: unknown) => shutDown(`a start step failed (${String(error)})`, 1));
    };
    if (server.listening) begin();
    else server.once('listening', begin);
  }

  return { supervise, started, drain, finish };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
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
