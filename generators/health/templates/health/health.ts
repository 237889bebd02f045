import { type Check, type CheckResults, createCheckRunner } from './run-checks.ts';

/** What a probe asks: see {@link Health.report}. */
export type Probe = 'live' | 'startup' | 'ready' | 'dependencies';

export interface HealthReport {
  readonly status: 'ok' | 'degraded' | 'error' | 'starting' | 'shutting_down';
  readonly checks: CheckResults;
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
  report(probe: Probe, query?: ReportQuery): Promise<HealthReport>;
  /** Each check's last result as a metric: 1 is healthy. Starts a run, for the next time, when it is old. */
  statuses(): readonly CheckReading[];
  /** How long each check took, in seconds. */
  durations(): readonly CheckReading[];
}

/** What one probe asks besides. */
export interface ReportQuery {
  /** List the last results of the checks also where they do not count. */
  readonly verbose?: boolean;
  /** Checks that do not count and are not listed. */
  readonly exclude?: readonly string[];
}

export interface CheckReading {
  readonly value: number;
  readonly attributes: { readonly check: string };
}

export interface HealthOptions {
  /** How long results are reused. */
  readonly cacheMs: number;
  readonly checks: readonly Check[];
}

export function createHealth(options: HealthOptions): Health {
  const checks = [...options.checks];
  const runner = createCheckRunner(checks, options.cacheMs);
  let phase: 'starting' | 'started' | 'shutting_down' = 'starting';

  async function report(probe: Probe, query: ReportQuery = {}): Promise<HealthReport> {
    const { verbose = false, exclude = [] } = query;
    if (probe === 'live' || probe === 'startup') {
      const starting = probe === 'startup' && phase === 'starting';
      const listed = verbose ? without(exclude, runner.latest()) : {};
      return { status: starting ? 'starting' : 'ok', checks: listed };
    }
    const results = without(exclude, await runner.run());
    const lifecycle = probe === 'dependencies' || phase === 'started' ? undefined : phase;
    return { status: lifecycle ?? summary(results), checks: results };
  }

  function readings(value: (result: CheckResults[string]) => number): readonly CheckReading[] {
    void runner.run();
    return Object.entries(runner.latest()).map(([check, result]) => ({
      value: value(result),
      attributes: { check },
    }));
  }

  return {
    report,
    statuses: () => readings(({ status }) => (status === 'ok' ? 1 : 0)),
    durations: () => readings(({ durationMs }) => durationMs / 1_000),
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

function without(names: readonly string[], results: CheckResults): CheckResults {
  if (names.length === 0) return results;
  return Object.fromEntries(Object.entries(results).filter(([name]) => !names.includes(name)));
}

function summary(results: CheckResults): 'ok' | 'degraded' | 'error' {
  const failed = Object.values(results).filter((result) => result.status === 'error');
  if (failed.some((result) => result.critical)) return 'error';
  return failed.length > 0 ? 'degraded' : 'ok';
}
