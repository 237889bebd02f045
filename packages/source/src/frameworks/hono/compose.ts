import { code, from } from '@joinery/kit';
import { composeApp } from '../compose-app.ts';

/** Render `index.ts`; the app is told by what it does, so that its environment may be of any type. */
export const composeHono = composeApp(
  code`{ use(middleware: ${from('MiddlewareHandler', 'hono', 'type')}): unknown }`,
);
