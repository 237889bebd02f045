import type { HealthReport } from '#host/health/health';

/** One check, as @nestjs/terminus tells it. */
interface Indicator {
  readonly status: 'up' | 'down';
  readonly message?: string;
}

/** What a probe is told; `info`, `error` and `details` are for who knows @nestjs/terminus. */
export function bodyOf(report: HealthReport): string {
  const details = Object.entries(report.checks).map(([name, { status, error }]) => {
    const message = error === undefined ? {} : { message: error };
    return [name, { status: status === 'ok' ? 'up' : 'down', ...message }] as const;
  });
  const only = (wanted: Indicator['status']) =>
    Object.fromEntries(details.filter(([, { status }]) => status === wanted));
  return JSON.stringify({
    ...report,
    info: only('up'),
    error: only('down'),
    details: Object.fromEntries(details),
  });
}
