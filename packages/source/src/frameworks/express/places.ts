import { afterCreation, onlyApp } from '../app-places.ts';
import type { FindPlaces } from '../place.ts';
import { supervisedServer } from '../server-places.ts';

const KIND = { package: 'express', creates: (library: string) => library === 'express' };

/** The features are installed where the app is created, and the server is supervised where it listens. */
export const expressPlaces: FindPlaces = (context, wiring) => {
  const app = onlyApp(context, KIND, 'Express');
  return wiring.kind === 'supervise-server'
    ? supervisedServer(app, 'Express')
    : afterCreation(app, 'Express');
};
