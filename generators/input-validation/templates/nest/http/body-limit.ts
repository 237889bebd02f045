import type { HttpServer } from '@nestjs/common';
import { BODY_LIMITS } from '#host/http/body-limits';

/**
 * Make Nest's own parser of JSON take no larger bodies than this service does. The raw body is kept as well, for the case
 * that the app is created with `rawBody`.
 */
export function bodyLimit() {
  return (adapter: HttpServer): void => {
    adapter.useBodyParser?.('json', true, { limit: BODY_LIMITS.bytes });
  };
}
