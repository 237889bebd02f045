import type { CallOptions, Client } from './client.ts';
import { type AnswerState, UpstreamError } from './upstream-error.ts';

const REPEATABLE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/** Whether a request may be made twice: its method says so, and its body can be sent a second time. */
export function isRepeatable(method: string, body: unknown): boolean {
  const isWhole = body === undefined || body === null || typeof body === 'string';
  return REPEATABLE.has(method.toUpperCase()) && isWhole;
}

/**
 * Call an upstream through a client. An answer that says by its status that the upstream failed counts as a failure, and is
 * the answer all the same, once repeating has not helped.
 */
export async function callForAnswer<Answer>(
  client: Client,
  attempt: (signal: AbortSignal) => Promise<Answer>,
  stateOf: (answer: Answer) => AnswerState,
  options: CallOptions,
): Promise<Answer> {
  const failed: Answer[] = [];
  try {
    return await client.call(async (signal) => {
      const answer = await attempt(signal);
      const state = stateOf(answer);
      if (state.status < 500 && state.status !== 429) return answer;
      failed.push(answer);
      throw new UpstreamError(state);
    }, options);
  } catch (error) {
    const last = failed.at(-1);
    if (error instanceof UpstreamError && last !== undefined) return last;
    throw error;
  }
}
