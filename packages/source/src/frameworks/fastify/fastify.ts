import type { FrameworkAdapter } from '../adapter.ts';
import { composeFastify } from './compose.ts';
import { fastifyPlaces } from './places.ts';

/** Fastify 4 and 5, started by its own code or by `fastify start`. */
export const fastify: FrameworkAdapter = { compose: composeFastify, places: fastifyPlaces };
