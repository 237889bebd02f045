import { code, from } from '@joinery/kit';
import { composeApp } from '../compose-app.ts';

/** Render `index.ts`; the app is told by what it does, so that its state and context may be of any type. */
export const composeKoa = composeApp(
  code`{ use(middleware: ${from('Middleware', 'koa', 'type')}): unknown }`,
);
