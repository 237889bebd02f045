import type { EnvVariable } from '@joinery/kit';

/** What the service must be told of its cache. */
export function variables(timeoutMs: number): readonly EnvVariable[] {
  return [
    {
      name: 'CACHE_STORE',
      type: 'enum',
      values: ['redis', 'memory'],
      default: 'redis',
      description: 'Where the cache lies; `memory` is of one process alone, for tests and development.',
    },
    {
      name: 'CACHE_TIMEOUT_MS',
      type: 'integer',
      min: 1,
      default: timeoutMs,
      description: 'Milliseconds after which the service does without the cache.',
    },
    {
      name: 'REDIS_URL',
      type: 'url',
      default: 'redis://localhost:6379',
      developmentOnly: true,
      secret: true,
      description: 'Where Redis or Valkey is, with user and password.',
    },
  ];
}
