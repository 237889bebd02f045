import { withoutSecrets } from '#host/logging/redacted';

/** What is said without a message is what its error says, as with pino. */
export function messageOf(fields: object): string {
  return 'err' in fields && fields.err instanceof Error ? fields.err.message : '';
}

/** Errors have no fields of their own that JSON would show. */
export function printable(fields: object): object {
  const entries = Object.entries(withoutSecrets(fields)).map(([name, value]) => [
    name,
    value instanceof Error
      ? { type: value.name, message: value.message, stack: value.stack }
      : value,
  ]);
  return Object.fromEntries(entries);
}
