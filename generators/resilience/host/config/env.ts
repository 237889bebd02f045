export const env = { UPSTREAM_TIMEOUT_MS: 2_000 };
