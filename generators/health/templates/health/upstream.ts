import type { Check } from './run-checks.ts';

/**
 * Ask another service whether it answers at its address. Every status below 500 will do, also that nothing is found there.
 * An address that is not set is not used, and one of another protocol cannot be asked.
 */
export function answers(address: () => string | undefined): Check['check'] {
  return async (signal) => {
    const url = address();
    if (url === undefined || !/^https?:/.test(url)) return;
    const response = await fetch(url, { signal, redirect: 'manual' }).catch(reason);
    await response.body?.cancel();
    if (response.status >= 500) throw new UpstreamFailed(response.status);
  };
}

/** What `fetch` fails of says less than its cause: `ECONNREFUSED`. */
function reason(error: unknown): never {
  const { cause } = (error ?? {}) as { readonly cause?: unknown };
  throw cause ?? error;
}

class UpstreamFailed extends Error {
  readonly code: string;

  constructor(status: number) {
    super(`it answered ${status}`);
    this.code = `HTTP_${status}`;
  }
}
