import type { FrameworkAdapter } from '../adapter.ts';
import { afterCreation, onlyApp } from '../app-places.ts';
import { serverPlaces } from '../server-places.ts';
import { composeHono } from './compose.ts';

const KIND = {
  package: 'hono',
  creates: (library: string) => library === 'hono.Hono' || library === '@hono/zod-openapi.OpenAPIHono',
  serves: (library: string) => library === '@hono/node-server.serve',
};

/** Hono 4 on its server for Node.js. */
export const hono: FrameworkAdapter = {
  compose: composeHono,
  places: (context, wiring) => {
    const app = onlyApp(context, KIND, 'Hono');
    return wiring.kind === 'supervise-server' ? serverPlaces(app, 'Hono') : afterCreation(app, 'Hono');
  },
};
