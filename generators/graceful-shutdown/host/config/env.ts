export const env = { SHUTDOWN_DELAY_MS: undefined as number | undefined, SHUTDOWN_TIMEOUT_MS: 10_000 };
