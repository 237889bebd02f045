import { code, from } from '@joinery/kit';

/** `rejections.ts`: Express 4 does not look at the promises of handlers; a request whose handler rejects would hang. */
export const REJECTIONS = code`type Next = (error?: unknown) => void;
type Handler = (...given: readonly unknown[]) => unknown;

/** What Express 4 keeps of each handler, and how it calls it. */
interface Layer {
  readonly handle: Handler;
  handle_request(request: unknown, response: unknown, next: Next): void;
  handle_error(error: unknown, request: unknown, response: unknown, next: Next): void;
}

const patched = Symbol.for('express.rejections.passed');

/**
 * Pass the rejections of async handlers on to the error handlers, as Express 5 does. Without it a request
 * whose handler rejects is never answered. Remove it when the service moves to Express 5.
 */
export function passRejections(app: ${from('Application', 'express', 'type')}): void {
  const { _router: router } = app as unknown as { readonly _router?: { readonly stack: readonly Layer[] } };
  const layer: (Layer & { [patched]?: true }) | undefined = router?.stack[0] && Object.getPrototypeOf(router.stack[0]);
  if (typeof layer?.handle_request !== 'function' || layer[patched]) return;
  layer[patched] = true;
  layer.handle_request = function handleRequest(request, response, next) {
    const { handle } = this;
    // A function of four parameters handles errors only.
    if (handle.length > 3) next();
    else pass(() => handle(request, response, next), next);
  };
  layer.handle_error = function handleError(error, request, response, next) {
    const { handle } = this;
    if (handle.length === 4) pass(() => handle(error, request, response, next), next);
    else next(error);
  };
}

/** Run a handler; what it throws or rejects with is the next handler's. */
function pass(run: () => unknown, next: Next): void {
  try {
    const result = run();
    if (result instanceof Promise) result.catch((error: unknown) => next(error ?? new Error('Rejected')));
  } catch (error) {
    next(error);
  }
}
`;
