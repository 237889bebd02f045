import type { FastifyInstance } from 'fastify';
import { badRequest } from '#host/errors/app-error';
import { checkBody } from '#host/http/body';
import { unknownKeys } from '#host/http/json-schema';

/** How the JSON Schemas of routes are read. */
export interface RouteSchemaOptions {
  /** Whether keys that a schema does not know are refused; Fastify itself drops them, or lets them through. */
  readonly strict: boolean;
}

/**
 * Look at requests before Fastify checks them by the schemas of their routes: bodies that reach into prototypes or are
 * nested too deeply are refused.
 */
export function routeSchemas({ strict }: RouteSchemaOptions) {
  return (app: Pick<FastifyInstance, 'addHook'>): void => {
    app.addHook('preValidation', async (request) => {
      const { body, query, routeOptions } = request;
      checkBody(body);
      if (!strict) return;
      const { schema } = routeOptions;
      const faults = [
        ...unknownKeys(query, schema?.querystring, '/query'),
        ...unknownKeys(body, schema?.body, '/body'),
      ];
      if (faults.length > 0) throw badRequest('The request is not valid.', faults);
    });
  };
}
