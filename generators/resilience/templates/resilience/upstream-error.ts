const TEMPORARY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** The longest wait that an upstream may ask for. */
const LONGEST_WAIT_MS = 5_000;

/** An upstream's answer that says it failed. */
export class UpstreamError extends Error {
  readonly response: Response;

  constructor(response: Response) {
    super(`The upstream answered ${response.status}.`);
    this.name = 'UpstreamError';
    this.response = response;
  }

  /** Whether it may well be different in a moment. */
  get isTemporary(): boolean {
    return TEMPORARY.has(this.response.status) && (this.retryAfterMs ?? 0) <= LONGEST_WAIT_MS;
  }

  /** How long the upstream asks to be left alone. */
  get retryAfterMs(): number | undefined {
    const header = this.response.headers.get('retry-after');
    if (header === null) return undefined;
    const seconds = Number(header);
    const ms = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1_000;
    return Number.isNaN(ms) ? undefined : Math.max(0, ms);
  }

  /** Give the connection back: nobody reads this answer. */
  discard(): void {
    this.response.body?.cancel().catch(() => undefined);
  }
}
