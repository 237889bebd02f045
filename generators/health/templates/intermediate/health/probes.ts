import type { Probe } from '#host/health/health';

/** Which path answers which probe; the last three are Kubernetes' names. */
export const probes: ReadonlyMap<string, Probe> = new Map<string, Probe>([
  ['/health', 'ready'],
  ['/health/live', 'live'],
  ['/health/ready', 'ready'],
  ['/health/startup', 'startup'],
  ['/health/dependencies', 'dependencies'],
  ['/livez', 'live'],
  ['/readyz', 'ready'],
  ['/startupz', 'startup'],
]);
