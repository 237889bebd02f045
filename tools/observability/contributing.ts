/** Everything that contributes alerts or panels, with one storage. */
export const CONTRIBUTING = [
  'alerts',
  'dashboards',
  'health',
  'logging',
  'observability-stack',
  'resilience',
  'slo',
  'storage-postgres',
  'tracing',
] as const;
