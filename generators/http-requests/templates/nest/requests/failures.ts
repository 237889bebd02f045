import type { IncomingMessage } from 'node:http';
import type { NestInterceptor } from '@nestjs/common';
import { tap } from 'rxjs';
import type { Requests } from '#host/requests/requests';

/** What Express and Fastify hand to Nest. */
type NestRequest = IncomingMessage & { readonly raw?: IncomingMessage };

/** See what handlers fail with, and pass it on. */
export function watchFailures(requests: Requests) {
  return (): NestInterceptor => ({
    intercept: (context, next) => {
      if (context.getType() !== 'http') return next.handle();
      const request = context.switchToHttp().getRequest<NestRequest>();
      const error = (failure: unknown): void => requests.fail(request.raw ?? request, failure);
      return next.handle().pipe(tap({ error }));
    },
  });
}
