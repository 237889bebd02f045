import type { FrameworkAdapter } from '../adapter.ts';
import { composeNest } from './compose.ts';
import { nestPlaces } from './places.ts';

/** NestJS 10 to 12, on Express or Fastify. */
export const nest: FrameworkAdapter = { compose: composeNest, places: nestPlaces };
