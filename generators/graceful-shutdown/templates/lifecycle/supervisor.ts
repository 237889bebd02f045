import type { Server } from 'node:net';
import { watchSessions } from './connections.ts';
import { within } from './steps.ts';

/** What closes a server and everything behind it. */
export interface Closable {
  close(): Promise<unknown>;
}

/** What the supervisor runs, and for how long it waits. */
export interface SupervisorOptions {
  readonly started: () => Promise<void>;
  readonly drain: (server: Server) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly flush: () => Promise<unknown>;
  readonly timeoutMs: number;
  readonly log: (message: string) => void;
}

const LAST_FLUSH_MS = 1_000;
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** Listen for signals as long as a server listens: a process without one, such as a test, is left alone. */
export function createSupervisor(options: SupervisorOptions) {
  const { started, drain, finish, flush, timeoutMs, log } = options;
  const apps = new Map<Server, Closable>();
  let ending = false;

  async function end(): Promise<void> {
    try {
      await Promise.all([...apps.keys()].map(drain));
      await Promise.all([...apps.values()].map((app) => app.close()));
    } finally {
      await finish();
    }
  }

  async function shutDown(reason: string, exitCode: number): Promise<void> {
    if (ending) return;
    ending = true;
    log(`${reason}: shutting down`);
    const outcome = await within(timeoutMs, end());
    if (outcome === 'done') process.exit(exitCode);
    log(outcome === 'late' ? `not done after ${timeoutMs} ms` : `failed: ${outcome.message}`);
    await within(LAST_FLUSH_MS, flush());
    process.exit(1);
  }

  function onSignal(signal: NodeJS.Signals): void {
    if (ending) process.exit(1);
    void shutDown(signal, 0);
  }

  function onError(error: unknown, origin: string): void {
    log(`${origin}: ${error instanceof Error ? error.stack : String(error)}`);
    void shutDown(origin, 1);
  }

  function watch(server: Server, app: Closable): void {
    apps.set(server, app);
    watchSessions(server);
    for (const signal of SIGNALS) process.off(signal, onSignal).on(signal, onSignal);
    // A service with a handler of its own has decided what such errors mean.
    if (process.listenerCount('uncaughtException') === 0) process.on('uncaughtException', onError);
    server.once('close', () => unwatch(server));
    started().catch((error: unknown) => shutDown(`a start step failed (${String(error)})`, 1));
  }

  function unwatch(server: Server): void {
    apps.delete(server);
    if (ending || apps.size > 0) return;
    for (const signal of SIGNALS) process.off(signal, onSignal);
    process.off('uncaughtException', onError);
  }

  return (server: Server, app: Closable = serverOnly(server)): void => {
    const begin = (): void => {
      unsubscribeNest(app);
      watch(server, app);
    };
    if (server.listening) begin();
    else server.once('listening', begin);
  };
}

function serverOnly(server: Server): Closable {
  return { close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

/**
 * After `enableShutdownHooks()` Nest listens for signals too, and kills the process when its own hooks are done.
 * `app.close()` runs the same hooks, so one listener is enough.
 */
function unsubscribeNest(app: Closable): void {
  const { unsubscribeFromProcessSignals } = app as { unsubscribeFromProcessSignals?: () => void };
  unsubscribeFromProcessSignals?.call(app);
}
