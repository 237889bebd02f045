import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answers } from './answers.ts';

/** Tell callers what they must know of a route, and compare its answer with what is described. */
export function watchAnswer(
  answers: Answers,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { method = 'GET' } = request;
  const path = pathOf(request);
  for (const [name, value] of Object.entries(answers.headersOf(method, path)))
    response.setHeader(name, value);
  if (!answers.check) return;
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const { write, end } = response;
  const watched = {
    write: (...given: Parameters<typeof write>): boolean => {
      keep(given[0]);
      return Reflect.apply(write, response, given);
    },
    end: (...given: Parameters<typeof end>): ServerResponse => {
      keep(given[0]);
      const type = String(response.getHeader('content-type') ?? '');
      const body = Buffer.concat(chunks).toString();
      const status = response.statusCode;
      try {
        // Before the end, so that a failure can still be answered.
        if (!response.headersSent) answers.compare({ method, path, status, type, body });
      } catch (error) {
        for (const name of ['content-length', 'etag']) response.removeHeader(name);
        throw error;
      }
      return Reflect.apply(end, response, given);
    },
  };
  Object.assign(response, watched);
}

/** The path that was asked for, whatever a router has made of it. */
function pathOf(request: IncomingMessage): string {
  const original: unknown = Reflect.get(request, 'originalUrl');
  const url = typeof original === 'string' ? original : (request.url ?? '/');
  return url.replace(/[?#][\s\S]*$/, '');
}
