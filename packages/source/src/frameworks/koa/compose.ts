import { code, from } from '@joinery/kit';
import { composeApp } from '../compose-app.ts';
import { aroundFailures, mounts } from '../compose-parts.ts';

/** Render `index.ts`; the app is told by what it does, so that its state and context may be of any type. */
export const composeKoa = composeApp(
  () => code`{ use(middleware: ${from('Middleware', 'koa', 'type')}): unknown }`,
  (model) => mounts(aroundFailures(model), (handler) => code`app.use(${handler});`, '  '),
);
