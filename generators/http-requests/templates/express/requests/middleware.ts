import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Requests } from '#host/requests/requests';
import { trackRoute } from './track-route.ts';
import { watchFailures } from './watch-failures.ts';

/** Tell the observers of every request. */
export function observeRequests(requests: Requests) {
  const watch = watchFailures((request, error) => requests.fail(request, error));
  return (
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void => {
    watch(request);
    requests.begin(request, response, trackRoute(request))(next);
  };
}
