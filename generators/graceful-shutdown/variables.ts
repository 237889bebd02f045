import type { EnvVariable } from '@joinery/kit';

/** What operators may tune about the end of the process. */
export function variables(timeoutMs: number): readonly EnvVariable[] {
  return [
    {
      name: 'SHUTDOWN_DELAY_MS',
      type: 'integer',
      min: 0,
      optional: true,
      description:
        'Milliseconds to go on serving after SIGTERM, so that load balancers notice; 0, or 5000 under Kubernetes.',
    },
    {
      name: 'SHUTDOWN_TIMEOUT_MS',
      type: 'integer',
      min: 0,
      default: timeoutMs,
      description: 'Milliseconds from SIGTERM until the process exits, whatever still runs.',
    },
  ];
}
