import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { createRetryBudget } from './retry-budget.ts';
import { UpstreamError } from './upstream-error.ts';

/** How an upstream is called. */
export interface ClientSettings {
  /** How long one attempt may take. */
  readonly timeoutMs: number;
  /** How long all attempts together may take. */
  readonly totalMs: number;
  /** How often a call is repeated; only one that may be. */
  readonly retries: number;
  /** Before the first repetition at most this long, and twice as long before each that follows. */
  readonly backoffMs: number;
  /** After how many failures in a row the circuit opens. */
  readonly failures: number;
  /** How long it stays open before one call is let through. */
  readonly openMs: number;
  /** How many calls may be under way at once, and how many may wait for that. */
  readonly concurrent: number;
  readonly queued: number;
}

export interface CallOptions {
  /** Whether the call may be made twice: it changes nothing, or the same once more. */
  readonly repeatable: boolean;
  /** The caller's own: nobody waits any more. */
  readonly signal?: AbortSignal | undefined;
}

/** What has happened to an upstream's calls so far. */
export interface ClientReadings {
  /** 0 closed, 1 half open, 2 open. */
  readonly circuit: number;
  readonly attempts: number;
  readonly retries: number;
  /** Calls that were refused here: the circuit was open, or too many were under way. */
  readonly rejections: number;
}

/** An upstream that may be slow or down. */
export interface Client {
  readonly name: string;
  /**
   * Call it: a limit in time around all, then repetitions, then the circuit, then a limit in number, then the attempt.
   * Rejects with BrokenCircuitError, BulkheadRejectedError, TaskCancelledError (too late), the reason of the caller's signal, or the
   * attempt's own error.
   */
  call<Result>(
    attempt: (signal: AbortSignal) => Promise<Result>,
    options: CallOptions,
  ): Promise<Result>;
  readings(): ClientReadings;
}

const CIRCUIT: Readonly<Record<CircuitState, number>> = {
  [CircuitState.Closed]: 0,
  [CircuitState.HalfOpen]: 1,
  [CircuitState.Open]: 2,
  [CircuitState.Isolated]: 2,
};

// The signal is left alone once the answer has begun: its body is still to be read.
const UNTIL_ANSWERED = { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false };

export function createClient(
  name: string,
  settings: ClientSettings,
  random: () => number = Math.random,
): Client {
  const counts = { attempts: 0, retries: 0, rejections: 0 };
  const budget = createRetryBudget();
  const circuit = circuitBreaker(handleWhen(isFault), {
    breaker: new ConsecutiveBreaker(settings.failures),
    halfOpenAfter: settings.openMs,
  });
  const once = wrap(
    circuit,
    bulkhead(settings.concurrent, settings.queued),
    timeout(settings.timeoutMs, UNTIL_ANSWERED),
  );
  const repetition = retry(
    handleWhen((error) => isWorthRepeating(error) && budget.take()),
    {
      maxAttempts: settings.retries,
      backoff: new DelegateBackoff(({ attempt, result }) => {
        counts.retries += 1;
        const error = 'error' in result ? result.error : undefined;
        return delayBefore(attempt, error, settings.backoffMs * random());
      }),
    },
  );
  const total = timeout(settings.totalMs, UNTIL_ANSWERED);
  const single = wrap(total, once);
  const repeated = wrap(total, repetition, once);

  return {
    name,
    async call(attempt, { repeatable, signal }) {
      budget.add();
      const calling = (repeatable ? repeated : single).execute(async (context) => {
        if (signal?.aborted) throw new CallerLeft();
        counts.attempts += 1;
        return unlessLeft(attempt(either(context.signal, signal)), signal);
      });
      try {
        return await unlessLeft(calling, signal);
      } catch (error) {
        if (isRejection(error)) counts.rejections += 1;
        throw error instanceof CallerLeft ? signal?.reason : error;
      }
    },
    readings: () => ({ ...counts, circuit: CIRCUIT[circuit.state] }),
  };
}

/** Of Node.js 20.3 and later; types that are older do not tell. */
const SIGNALS: {
  readonly prototype: AbortSignal;
  any?(signals: AbortSignal[]): AbortSignal;
} = AbortSignal;

/** The caller's signal counts for the body, too, which is read when the attempt is over. */
function either(attempt: AbortSignal, caller: AbortSignal | undefined): AbortSignal {
  return caller === undefined ? attempt : (SIGNALS.any?.([attempt, caller]) ?? attempt);
}

function isRejection(error: unknown): boolean {
  return error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError;
}

/** What speaks against the upstream: neither that too many ask it, nor that a caller has left. */
function isFault(error: unknown): boolean {
  if (error instanceof BulkheadRejectedError || error instanceof CallerLeft) return false;
  return !(error instanceof UpstreamError) || error.status >= 500;
}

function isWorthRepeating(error: unknown): boolean {
  if (isRejection(error) || error instanceof CallerLeft) return false;
  return !(error instanceof UpstreamError) || error.isTemporary;
}

/** Nobody waits for the answer any more. */
class CallerLeft extends Error {}

function unlessLeft<Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const leave = () => reject(new CallerLeft());
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    const stay = () => signal.removeEventListener('abort', leave);
    work.finally(stay).then(resolve, reject);
  });
}

/** As long as the upstream asks for, else doubled each time; by chance anything up to that. */
function delayBefore(attempt: number, error: unknown, jitteredMs: number): number {
  const asked = error instanceof UpstreamError ? error.retryAfterMs : undefined;
  if (error instanceof UpstreamError) error.discard();
  return asked ?? jitteredMs * 2 ** (attempt - 1);
}
