import type { FrameworkAdapter } from '../adapter.ts';
import { afterCreation, onlyApp } from '../app-places.ts';
import { serverPlaces } from '../server-places.ts';
import { composeKoa } from './compose.ts';

const KIND = {
  package: 'koa',
  creates: (library: string) => library === 'koa',
  makers: {
    'routing-controllers.createKoaServer':
      'Create the app with `new Koa()` and hand it to `useKoaServer(app, …)`, then run the command again.',
    koa: 'Call the lines below in the constructor of the class that extends `Koa`, directly after `super()`, with `this`.',
  },
};

/** Koa 2 and 3. */
export const koa: FrameworkAdapter = {
  compose: composeKoa,
  places: (context, wiring) => {
    const app = onlyApp(context, KIND, 'Koa');
    return wiring.kind === 'supervise-server' ? serverPlaces(app, 'Koa') : afterCreation(app, 'Koa');
  },
};
