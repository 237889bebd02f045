import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { AppError } from '#host/errors/app-error';
import { answerFailure, noRoute, type ProblemOptions } from '#host/http/problem';

/** What an app does when a handler fails or no route answers. */
interface App {
  onError(handler: ErrorHandler): unknown;
  notFound(handler: NotFoundHandler): unknown;
}

/** Answer what no route answers, and every failure. */
export function problemErrors(options: ProblemOptions) {
  const answer = (error: unknown, { req }: Context): Response => {
    const { status, headers, body } = answerFailure(
      error,
      { method: req.method, url: req.path },
      options,
    );
    return new Response(req.method === 'HEAD' ? null : body, { status, headers });
  };
  return (app: App): void => {
    app.notFound((context) => answer(noRoute(), context));
    app.onError((error, context) => {
      if (!(error instanceof HTTPException)) return answer(error, context);
      if (error.res !== undefined && error.res.status < 500) return error.getResponse();
      return answer(
        error.status < 500 ? new AppError(error.status, 'http', error.message) : error,
        context,
      );
    });
  };
}
