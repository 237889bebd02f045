import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Requests, RunRequest } from '#host/requests/requests';

interface Observed {
  route: string | undefined;
  readonly run: RunRequest;
}

/** What is noted on a request itself: a map with weak keys would cost each garbage collection more than all else here. */
interface ObservedRequest extends IncomingMessage {
  [OBSERVED]?: Observed;
}

const OBSERVED: unique symbol = Symbol('observed request');

/** Tell the observers of every request. */
export function observeRequests(requests: Requests) {
  function begin(request: ObservedRequest, response: ServerResponse): Observed {
    const known = request[OBSERVED];
    if (known !== undefined) return known;
    const run = requests.begin(request, response, () => request[OBSERVED]?.route);
    const observed = { route: undefined, run };
    request[OBSERVED] = observed;
    return observed;
  }

  return (app: FastifyInstance): void => {
    // Inside a plugin hooks do not see requests that have no route; the server does.
    app.server.prependListener('request', begin);
    app.addHook('onRequest', (request, reply, done) => {
      // For `localhost` Fastify listens with a second server.
      const observed = begin(request.raw, reply.raw);
      observed.route = request.routeOptions.url;
      observed.run(done);
    });
    app.addHook('onError', (request, _reply, error, done) => {
      requests.fail(request.raw, error);
      done();
    });
  };
}
