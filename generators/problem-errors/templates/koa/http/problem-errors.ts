import type { Middleware } from 'koa';
import { answerFailure, noRoute, PROBLEM_JSON, type ProblemOptions } from '#host/http/problem';

/** Answer what no route answers, and every failure of what stands inside. */
export function problemErrors(options: ProblemOptions): Middleware {
  return async (context, next) => {
    const answer = (error: unknown): void => {
      const { status, headers, body } = answerFailure(error, context, options);
      if (context.headerSent) {
        // Half an answer is out: only ending the connection tells the client.
        context.res.destroy();
        return;
      }
      context.status = status;
      context.body = body;
      context.set({ ...headers, 'content-type': PROBLEM_JSON });
    };
    try {
      await next();
    } catch (error) {
      answer(error);
      return;
    }
    const isUnanswered = context.status === 404 && (context.body ?? undefined) === undefined;
    if (isUnanswered && context.respond !== false && !context.headerSent) answer(noRoute());
  };
}
