import { ProblemError } from '@joinery/engine';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';

/** What a tool answers: the data, and the same data as text for clients that read only text. */
export function answer(value: object): CallToolResult {
  return {
    content: [{ type: 'text', text: JSON.stringify(value, null, 2) }],
    structuredContent: value as Record<string, unknown>,
  };
}

/** The same, marked as a failure. */
export function failure(value: object): CallToolResult {
  return { ...answer(value), isError: true };
}

/** Run a tool; a fault of the request or the service is an answer, not an error of the protocol. */
export async function answering(run: () => Promise<CallToolResult>): Promise<CallToolResult> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ProblemError) return failure(error.problem);
    throw error;
  }
}
