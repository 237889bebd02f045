import type { Application, NextFunction, Request, Response } from 'express';
import { answerFailure, noRoute, type ProblemOptions } from '#host/http/problem';

/** Answer what no route answers, and every failure. */
export function problemErrors(options: ProblemOptions) {
  const answer = (error: unknown, request: Request, response: Response): void => {
    const { status, headers, body } = answerFailure(
      error,
      { method: request.method, url: request.originalUrl },
      options,
    );
    if (response.headersSent) {
      // Half an answer is out: only ending the connection tells the client.
      response.destroy();
      return;
    }
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  return (app: Application): void => {
    app.use((request: Request, response: Response) => answer(noRoute(), request, response));
    // Express knows a handler of errors by its four parameters.
    app.use((error: unknown, request: Request, response: Response, _next: NextFunction) =>
      answer(error, request, response),
    );
  };
}
