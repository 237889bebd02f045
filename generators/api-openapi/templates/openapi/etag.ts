import { AppError, preconditionFailed } from '#host/errors/app-error';

/** The entity tag of something whose version is known. */
export function etagOf(version: string | number): string {
  return `"${String(version).replace(/[^\x21\x23-\x7e]/g, '')}"`;
}

/**
 * Require that a caller changes what they have seen: by their `If-Match`.
 * Throws AppError with status 428 when they do not say, and 412 when it has changed since.
 */
export function requireMatch(ifMatch: string | undefined, etag: string): void {
  if (ifMatch === undefined)
    throw new AppError(428, 'precondition-required', 'Say in `if-match` which version you change.');
  // What is weak never matches here: RFC 9110, 13.1.1.
  if (!listed(ifMatch, (tag) => tag === etag))
    throw preconditionFailed('It has been changed since you read it.');
}

/** Whether a caller has just this already, by their `If-None-Match`: answer 304. */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return (
    ifNoneMatch !== undefined && listed(ifNoneMatch, (tag) => tag.replace(/^W\//, '') === etag)
  );
}

function listed(header: string, matches: (tag: string) => boolean): boolean {
  return header.trim() === '*' || header.split(',').some((tag) => matches(tag.trim()));
}
