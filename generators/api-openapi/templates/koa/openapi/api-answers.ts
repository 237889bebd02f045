import type { Middleware } from 'koa';
import type { Answers } from '#host/openapi/answers';

/** Watch the answers of described routes. */
export function apiAnswers(answers: Answers): Middleware {
  return async (context, next) => {
    const { method, path } = context;
    context.set(answers.headersOf(method, path));
    await next();
    if (!answers.check) return;
    const { status, type, body } = context;
    const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
    answers.compare({ method, path, status, type, body: text });
  };
}
