import { type Check, type CheckResult, createCheckRunner } from './run-checks.ts';

/** What a probe asks: see {@link Health.report}. */
export type Probe = 'live' | 'startup' | 'ready' | 'dependencies';

export interface HealthReport {
  readonly status: 'ok' | 'degraded' | 'error' | 'starting' | 'shutting_down';
  readonly checks: Readonly<Record<string, CheckResult>>;
}

export interface Health {
  /** Add a check; it takes part from the next probe on. */
  addCheck(check: Check): void;
  /** The service is ready for traffic. */
  markStarted(): void;
  /** The service is about to end: it lives, but is no longer ready. */
  markShuttingDown(): void;
  /**
   * `live`: the process answers. `startup`: it has started. `ready`: it has started, is not ending, and no critical
   * check fails. `dependencies`: the checks alone.
   */
  report(probe: Probe): Promise<HealthReport>;
}

export interface HealthOptions {
  /** How long results are reused. */
  readonly cacheMs: number;
  readonly checks: readonly Check[];
}

export function createHealth(options: HealthOptions): Health {
  const checks = [...options.checks];
  const runChecks = createCheckRunner(checks, options.cacheMs);
  let phase: 'starting' | 'started' | 'shutting_down' = 'starting';

  async function report(probe: Probe): Promise<HealthReport> {
    if (probe === 'live') return { status: 'ok', checks: {} };
    if (probe === 'startup')
      return { status: phase === 'starting' ? 'starting' : 'ok', checks: {} };
    const results = await runChecks();
    const lifecycle = probe === 'dependencies' || phase === 'started' ? undefined : phase;
    return { status: lifecycle ?? summary(results), checks: results };
  }

  return {
    report,
    addCheck: (check) => {
      checks.push(check);
    },
    markStarted: () => {
      if (phase === 'starting') phase = 'started';
    },
    markShuttingDown: () => {
      phase = 'shutting_down';
    },
  };
}

function summary(results: Readonly<Record<string, CheckResult>>): 'ok' | 'degraded' | 'error' {
  const failed = Object.values(results).filter((result) => result.status === 'error');
  if (failed.some((result) => result.critical)) return 'error';
  return failed.length > 0 ? 'degraded' : 'ok';
}
