import type { RequestListener } from 'node:http';
import { answer } from '#host/health/answer';
import type { Health } from '#host/health/health';

/** Answer the probes; leave everything else to the listener inside. */
export function healthRoutes(health: Health) {
  return (inner: RequestListener): RequestListener =>
    (request, response) => {
      const answering = answer(health, request.method, request.url);
      if (answering === undefined) return inner(request, response);
      // A report never rejects: failed checks are part of it.
      return answering.then(({ status, headers, body }) => {
        response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
        response.end(request.method === 'HEAD' ? undefined : body);
      });
    };
}
