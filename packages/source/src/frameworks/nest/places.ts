import type { Problem } from '@joinery/engine';
import type { App } from '../../follow/find-app.ts';
import { afterCreation, onlyApp } from '../app-places.ts';
import { type FindPlaces, isProblem } from '../place.ts';
import { placesOf, refuse } from '../refusals.ts';
import { moduleImports } from './module-imports.ts';

const KIND = {
  package: '@nestjs/core',
  creates: (library: string) => library === '@nestjs/core.NestFactory.create',
};

/** The platform module is imported by the root module; the app is supervised as soon as it exists. */
export const nestPlaces: FindPlaces = (context, wiring) => {
  const app = onlyApp(context, KIND, 'Nest');
  if (isProblem(app)) return app;
  const places = afterCreation(app, 'Nest');
  if (wiring.kind === 'supervise-server') {
    return isProblem(places) || app.listens.length > 0 ? places : noListen(app);
  }
  return moduleImports(context.sources, app.creation);
};

/** An app that never listens itself: some other server answers for it, which it does not know. */
function noListen({ creation: { source, call } }: App): Problem {
  return refuse({
    id: 'listen-not-found',
    found:
      'The Nest app is created, but no call of its `listen` was found, so its own server may not be the one that answers.',
    todo: 'Paste the lines below where the server starts.',
    places: placesOf([{ source, node: call }]),
  });
}
