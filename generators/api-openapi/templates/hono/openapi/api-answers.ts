import type { MiddlewareHandler } from 'hono';
import type { Answers } from '#host/openapi/answers';

/** Watch the answers of described routes. */
export function apiAnswers(answers: Answers): MiddlewareHandler {
  return async (context, next) => {
    const { method, path } = context.req;
    await next();
    for (const [name, value] of Object.entries(answers.headersOf(method, path)))
      context.header(name, value);
    const { status, headers } = context.res;
    const type = headers.get('content-type') ?? '';
    if (!answers.check || !type.includes('json')) return;
    answers.compare({ method, path, status, type, body: await context.res.clone().text() });
  };
}
