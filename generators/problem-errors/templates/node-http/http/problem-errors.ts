import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { answerFailure, type ProblemOptions } from '#host/http/problem';

/** Answer every failure of the listener inside, be it thrown or rejected. */
export function problemErrors(options: ProblemOptions) {
  const answer = (error: unknown, request: IncomingMessage, response: ServerResponse): void => {
    const { method = 'GET', url = '/' } = request;
    const { status, headers, body } = answerFailure(error, { method, url }, options);
    if (response.headersSent) {
      // Half an answer is out: only ending the connection tells the client.
      response.destroy();
      return;
    }
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
    response.end(method === 'HEAD' ? undefined : body);
  };
  return (inner: RequestListener): RequestListener =>
    async (request, response) => {
      try {
        await inner(request, response);
      } catch (error) {
        answer(error, request, response);
      }
    };
}
