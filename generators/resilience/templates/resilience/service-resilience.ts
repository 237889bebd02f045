import { createResilience } from './resilience.ts';

/**
 * The upstreams of the service, for the files that call them: those need neither the environment nor the rest of the
 * platform. The composition root says how long an attempt may take.
 */
export const serviceResilience = createResilience();
