const TEMPORARY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** The longest wait that an upstream may ask for. */
const LONGEST_WAIT_MS = 5_000;

/** What an answer says of the upstream. */
export interface AnswerState {
  readonly status: number;
  /** Its header `Retry-After`. */
  readonly retryAfter?: string | null | undefined;
  /** Give the connection back: nobody reads this answer. */
  discard?(): void;
}

/** An upstream's answer that says it failed. */
export class UpstreamError extends Error {
  readonly status: number;
  readonly #state: AnswerState;

  constructor(state: AnswerState) {
    super(`The upstream answered ${state.status}.`);
    this.name = 'UpstreamError';
    this.status = state.status;
    this.#state = state;
  }

  /** Whether it may well be different in a moment. */
  get isTemporary(): boolean {
    return TEMPORARY.has(this.status) && (this.retryAfterMs ?? 0) <= LONGEST_WAIT_MS;
  }

  /** How long the upstream asks to be left alone. */
  get retryAfterMs(): number | undefined {
    const header = this.#state.retryAfter ?? undefined;
    if (header === undefined) return undefined;
    const seconds = Number(header);
    const ms = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1_000;
    return Number.isNaN(ms) ? undefined : Math.max(0, ms);
  }

  discard(): void {
    this.#state.discard?.();
  }
}
