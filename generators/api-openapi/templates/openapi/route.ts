import type { z } from '#host/openapi/zod';

/** A route, as its callers should know it. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** `/v1/orders/{id}`. */
  readonly path: string;
  /** One sentence. */
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** By name: `if-match`. */
  readonly headers?: z.ZodObject;
  /** What it answers when all is well; failures are problems, and told of for every route. */
  readonly responses: Readonly<
    Record<number, { readonly description: string; readonly body?: z.ZodType }>
  >;
  /** Not to be used any more; where it says since when, callers are told with each answer. */
  readonly deprecated?: true | Deprecation;
}

export interface Deprecation {
  readonly since: Date;
  /** When it will be gone. */
  readonly sunset?: Date;
  /** Where it is told what to use instead. */
  readonly link?: string;
}
