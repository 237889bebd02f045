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
  readonly status: 'ok' | 'error';
  readonly durationMs: number;
  readonly critical: boolean;
  /** A code such as `ECONNREFUSED` or an error's name; never its message, which may hold a secret. */
  readonly error?: string;
}

type Results = Readonly<Record<string, CheckResult>>;

const DEFAULT_TIMEOUT_MS = 1_000;

/** Run all checks at once. Callers share a run under way, and its results for as long as they are fresh. */
export function createCheckRunner(
  checks: readonly Check[],
  cacheMs: number,
): () => Promise<Results> {
  const hanging = new Set<Check>();
  let running: Promise<Results> | undefined;
  let fresh: { readonly results: Results; readonly until: number } | undefined;

  async function run(): Promise<Results> {
    const entries = checks.map(
      async (check) => [check.name, await runCheck(check, hanging)] as const,
    );
    const results = Object.fromEntries(await Promise.all(entries));
    fresh = { results, until: performance.now() + cacheMs };
    running = undefined;
    return results;
  }

  return () => {
    if (fresh !== undefined && performance.now() < fresh.until)
      return Promise.resolve(fresh.results);
    running ??= run();
    return running;
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
