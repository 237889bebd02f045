import type { IncomingMessage, RequestListener } from 'node:http';
import type { Requests } from '#host/requests/requests';

const templates = new WeakMap<IncomingMessage, string>();

/**
 * Say which route a request has matched, by its template. Without that it has no route: paths are without number.
 *
 * @example nameRoute(request, '/orders/:id');
 */
export function nameRoute(request: IncomingMessage, template: string): void {
  templates.set(request, template);
}

/** Tell the observers of every request. */
export function observeRequests(requests: Requests) {
  return (inner: RequestListener): RequestListener =>
    (request, response) => {
      const run = requests.begin(request, response, () => templates.get(request));
      return run(() => inner(request, response));
    };
}
