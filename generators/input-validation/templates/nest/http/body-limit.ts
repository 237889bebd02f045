import type { HttpServer } from '@nestjs/common';
import { BODY_LIMITS } from '#host/http/body-limits';

/**
 * Make Nest's own parser of JSON take no larger bodies than this service does, and tell how large. Nest makes providers before it
 * mounts its parsers. The raw body is kept as well, for the case that the app is created with `rawBody`.
 */
export function limitBodies({ httpAdapter }: { readonly httpAdapter: HttpServer }): number {
  httpAdapter.useBodyParser?.('json', true, { limit: BODY_LIMITS.bytes });
  return BODY_LIMITS.bytes;
}
