import type { EnvVariable } from '@joinery/kit';

interface Defaults {
  readonly port: number;
  readonly maxRoutes: number;
}

/** What operators may tune about metrics. */
export function variables({ port, maxRoutes }: Defaults): readonly EnvVariable[] {
  return [
    {
      name: 'METRICS_HOST',
      type: 'string',
      optional: true,
      description: 'The address that serves metrics; 127.0.0.1, or 0.0.0.0 under Kubernetes.',
    },
    {
      name: 'METRICS_MAX_ROUTES',
      type: 'integer',
      min: 1,
      default: maxRoutes,
      description: 'How many route templates get series of their own; the others share `_other`.',
    },
    { name: 'METRICS_PORT', type: 'port', default: port, description: 'The port that serves metrics.' },
  ];
}
