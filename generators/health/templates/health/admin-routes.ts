import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer } from './answer.ts';
import type { Health } from './health.ts';

/** Answer the probes on the port for operators; pass everything else on. */
export function adminHealthRoutes(health: Health) {
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
