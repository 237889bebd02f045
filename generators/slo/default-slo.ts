import type { Json } from '@joinery/kit';

/** What `templates/slo.yaml` says, for the first plan, when the file is still to be written. */
export function defaultSlo(service: string): readonly Json[] {
  const availability = {
    name: 'availability',
    description: 'Requests are answered, and not with a 5xx status.',
    objective: 99.5,
    period: '30d',
    availability: {},
  };
  const latency = {
    name: 'latency',
    description: 'Requests that do not fail are answered within half a second.',
    objective: 95,
    period: '30d',
    latency: { threshold: 0.5 },
  };
  return [{ service, objectives: [availability, latency] }];
}
