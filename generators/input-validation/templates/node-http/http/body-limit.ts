import type { IncomingMessage, ServerResponse } from 'node:http';
import { tooLarge } from '#host/http/body';
import { BODY_LIMITS } from '#host/http/body-limits';

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Refuse a body that says it is too large before anything reads it; what does not say so is bounded where it is read. */
export function bodyLimit() {
  return (listener: Listener): Listener =>
    (request, response) => {
      if (Number(request.headers['content-length'] ?? 0) > BODY_LIMITS.bytes) throw tooLarge();
      return listener(request, response);
    };
}
