import type { FrameworkAdapter } from '../adapter.ts';
import { afterCreation, onlyApp } from '../app-places.ts';
import { serverPlaces } from '../server-places.ts';
import { composeExpress } from './compose.ts';

const KIND = { package: 'express', creates: (library: string) => library === 'express' };

/** Express 4 and 5. */
export const express: FrameworkAdapter = {
  compose: composeExpress,
  places: (context, wiring) => {
    const app = onlyApp(context, KIND, 'Express');
    return wiring.kind === 'supervise-server' ? serverPlaces(app, 'Express') : afterCreation(app, 'Express');
  },
};
