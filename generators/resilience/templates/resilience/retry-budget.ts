/** Keeps repetitions to a part of all calls, so that they do not bury an upstream that is down already. */
export interface RetryBudget {
  /** A call is made. */
  add(): void;
  /** Whether it may be repeated. */
  take(): boolean;
}

/** Allow one repetition for ten calls, and a few more at the start or after a quiet time. */
export function createRetryBudget(share = 0.1, reserve = 10): RetryBudget {
  let tokens = reserve;
  return {
    add: () => {
      tokens = Math.min(reserve, tokens + share);
    },
    take: () => {
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
