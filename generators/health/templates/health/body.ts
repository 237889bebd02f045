import type { HealthReport } from '#host/health/health';

/** What a probe is told. */
export function bodyOf(report: HealthReport): string {
  return JSON.stringify(report);
}
