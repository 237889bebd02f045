import type { IncomingMessage } from 'node:http';

/** The parts of an app that are needed here: Express 4 calls its router `_router`. */
interface App {
  readonly router?: Router;
  readonly _router?: Router;
  use(handler: ErrorHandler): unknown;
}

interface Router {
  readonly stack?: { readonly handle: { readonly length: number } }[];
}

type ErrorHandler = (
  error: unknown,
  request: IncomingMessage,
  response: unknown,
  next: (error: unknown) => void,
) => void;

/** By its four parameters Express knows a handler of errors. */
const ERROR_PARAMETERS = 4;

/**
 * See what handlers fail with, and pass it on. The first request finds the app complete: what looks on is put before each
 * handler of errors that people have registered, and behind everything, for what they do not handle.
 */
export function watchFailures(report: (request: IncomingMessage, error: unknown) => void) {
  const watched = new WeakSet<App>();
  const look: ErrorHandler = (error, request, _response, next) => {
    report(request, error);
    next(error);
  };

  function watch(app: App): void {
    watched.add(app);
    const { stack } = routerOf(app) ?? {};
    if (stack === undefined) return;
    const handlers = stack.flatMap(({ handle }, index) =>
      handle.length === ERROR_PARAMETERS ? [index] : [],
    );
    for (const index of handlers.reverse()) {
      app.use(look);
      stack.splice(index, 0, ...stack.splice(-1));
    }
    app.use(look);
  }

  return (request: IncomingMessage & { readonly app?: App }): void => {
    const { app } = request;
    if (app !== undefined && !watched.has(app)) watch(app);
  };
}

/** Asking Express 4 for `router` throws. */
function routerOf(app: App): Router | undefined {
  return app._router ?? app.router;
}
