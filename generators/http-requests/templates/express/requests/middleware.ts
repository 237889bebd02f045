import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Requests } from '#host/requests/requests';
import { trackRoute } from './track-route.ts';

/** Tell the observers of every request. */
export function observeRequests(requests: Requests) {
  return (
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void => requests.begin(request, response, trackRoute(request))(next);
}
