import type { RequestListener } from 'node:http';
import type { Requests } from '#host/requests/requests';

/** See what the listener inside fails with, and pass it on. */
export function watchFailures(requests: Requests) {
  return (inner: RequestListener): RequestListener =>
    (request, response) => {
      const pass = (error: unknown): never => {
        requests.fail(request, error);
        throw error;
      };
      try {
        const running: unknown = inner(request, response);
        return running instanceof Promise ? running.catch(pass) : undefined;
      } catch (error) {
        return pass(error);
      }
    };
}
