import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer } from './answer.ts';
import type { Health } from './health.ts';

/** Answer the probes; pass everything else on. */
export function healthRoutes(health: Health) {
  return (
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void => {
    const answering = answer(health, request.method, request.url);
    if (answering === undefined) {
      next();
      return;
    }
    answering.then(({ status, headers, body }) => {
      response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
      response.end(request.method === 'HEAD' ? undefined : body);
    }, next);
  };
}
