import type { Framework } from '@joinery/kit';
import type { FrameworkAdapter } from './adapter.ts';
import { express } from './express/express.ts';
import { fastify } from './fastify/fastify.ts';
import { nest } from './nest/nest.ts';

/** Every framework whose services can be edited. */
export const ADAPTERS: Readonly<Partial<Record<Framework, FrameworkAdapter>>> = { express, fastify, nest };
