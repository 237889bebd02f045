import { type Code, code, from } from '@joinery/kit';
import { composeApp } from '../compose-app.ts';
import { failures, handlesFailures, mounts, requests } from '../compose-parts.ts';

const USE = code`use(middleware: ${from('MiddlewareHandler', 'hono', 'type')}): unknown`;

/** What an app does when a handler fails or no route answers. */
const FAILURES = code`onError(handler: ${from('ErrorHandler', 'hono', 'type')}): unknown;
  notFound(handler: ${from('NotFoundHandler', 'hono', 'type')}): unknown`;

/** Render `index.ts`; the app is told by what it does, so that its environment may be of any type. */
export const composeHono = composeApp(
  (model): Code => (handlesFailures(model) ? code`{\n  ${USE};\n  ${FAILURES};\n}` : code`{ ${USE} }`),
  (model) => [
    ...mounts(requests(model), (handler) => code`app.use(${handler});`, '  '),
    ...mounts(failures(model), (install) => code`${install}(app);`, '  '),
  ],
);
