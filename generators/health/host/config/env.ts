export const env = { HEALTH_CACHE_MS: 2_000 };
