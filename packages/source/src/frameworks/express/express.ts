import type { FrameworkAdapter } from '../adapter.ts';
import { afterCreation, onlyApp } from '../app-places.ts';
import { registrationsOf } from '../app-registrations.ts';
import { isProblem } from '../place.ts';
import { serverPlaces } from '../server-places.ts';
import { composeExpress } from './compose.ts';
import { errorsPlaces } from './errors-places.ts';

const KIND = {
  package: 'express',
  creates: (library: string) => library === 'express',
  makers: {
    'routing-controllers.createExpressServer':
      'Create the app with `express()` and hand it to `useExpressServer(app, …)`, then run the command again.',
    'inversify-express-utils.InversifyExpressServer':
      'Create the app with `express()` and hand it to `new InversifyExpressServer(container, null, null, app)`, then run the command again.',
    '@tsed/platform-express.PlatformExpress.bootstrap':
      'Call the lines below in `$beforeRoutesInit()` of your server class, with the app that Ts.ED injects (`this.app.getApp()`).',
    '@overnightjs/core.Server':
      'Call the lines below in the constructor of the class that extends `Server`, directly after `super()`, with `this.app`.',
  },
};

/** Express 4 and 5. */
export const express: FrameworkAdapter = {
  compose: composeExpress,
  places: (context, wiring) => {
    const app = onlyApp(context, KIND, 'Express');
    if (wiring.kind === 'supervise-server') return serverPlaces(app, 'Express');
    if (wiring.kind !== 'install-errors' || isProblem(app)) return afterCreation(app, 'Express');
    return errorsPlaces(app, registrationsOf(context, wiring, KIND, app));
  },
};
