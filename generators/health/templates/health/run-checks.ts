export interface Check {
  readonly name: string;
  /** Throws, or rejects, when unhealthy. The signal is aborted when the time is up. */
  readonly check: (signal: AbortSignal) => unknown;
  /** 1,000 unless told. */
  readonly timeoutMs?: number;
  /** Whether the service is not ready when this fails. */
  readonly critical: boolean;
}

export interface CheckResult {
  /** A check that was healthy and failed once is `ok` still, with its `error`. */
  readonly status: 'ok' | 'error';
  readonly durationMs: number;
  readonly critical: boolean;
  /** A code such as `ECONNREFUSED` or an error's name; never its message, which may hold a secret. */
  readonly error?: string;
}

export type CheckResults = Readonly<Record<string, CheckResult>>;

export interface CheckRunner {
  /** Run all checks at once. Callers share a run under way, and its results for as long as they are fresh. */
  run(): Promise<CheckResults>;
  /** The results of the last run, however old; empty before the first. */
  latest(): CheckResults;
}

const DEFAULT_TIMEOUT_MS = 1_000;

/** How often in a row a check that was healthy must fail before it counts: one lost packet takes no service out. */
const FAILURES_THAT_COUNT = 2;

export function createCheckRunner(checks: readonly Check[], cacheMs: number): CheckRunner {
  const hanging = new Set<Check>();
  const failures = new Map<string, number>();
  let running: Promise<CheckResults> | undefined;
  let latest: CheckResults = {};
  let freshUntil = Number.NEGATIVE_INFINITY;

  async function runAll(): Promise<CheckResults> {
    const entries = checks.map(
      async (check) => [check.name, settle(check.name, await runCheck(check, hanging))] as const,
    );
    latest = Object.fromEntries(await Promise.all(entries));
    freshUntil = performance.now() + cacheMs;
    running = undefined;
    return latest;
  }

  /** Let the first failures of a check that was healthy pass, but say them. */
  function settle(name: string, result: CheckResult): CheckResult {
    const before = failures.get(name) ?? FAILURES_THAT_COUNT;
    const count = result.status === 'ok' ? 0 : before + 1;
    failures.set(name, count);
    const passes = count > 0 && count < FAILURES_THAT_COUNT;
    return passes ? { ...result, status: 'ok' } : result;
  }

  return {
    run: () => {
      if (performance.now() < freshUntil) return Promise.resolve(latest);
      running ??= runAll();
      return running;
    },
    latest: () => latest,
  };
}

async function runCheck(check: Check, hanging: Set<Check>): Promise<CheckResult> {
  const { critical, timeoutMs = DEFAULT_TIMEOUT_MS } = check;
  const start = performance.now();
  const durationMs = (): number => Math.round(performance.now() - start);
  try {
    // A check that still hangs from before would only pile up.
    if (hanging.has(check)) throw new TimeoutError();
    await inTime(check, timeoutMs, hanging);
    return { status: 'ok', durationMs: durationMs(), critical };
  } catch (error) {
    return { status: 'error', durationMs: durationMs(), critical, error: safeName(error) };
  }
}

async function inTime(check: Check, timeoutMs: number, hanging: Set<Check>): Promise<void> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      controller.abort();
      reject(new TimeoutError());
    }, timeoutMs);
  });
  hanging.add(check);
  const checking = Promise.resolve()
    .then(() => check.check(controller.signal))
    .finally(() => hanging.delete(check));
  try {
    await Promise.race([checking, late]);
  } finally {
    clearTimeout(timer);
  }
}

class TimeoutError extends Error {
  readonly code = 'TIMEOUT';
}

function safeName(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const { code } = error as { readonly code?: unknown };
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,39}$/.test(code)) return code;
  return /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error';
}
