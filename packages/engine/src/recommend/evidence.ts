/** One thing found, or found missing. */
export interface Evidence {
  /** `src/server.ts:41`; absent for what is missing. */
  readonly place?: string;
  /** With a place, what is there: `listens`. Without one, what is missing: `no SIGTERM handler`. */
  readonly says: string;
}

/**
 * Evidence as one clause.
 *
 * @example evidenceText([{ place: 'src/server.ts:41', says: 'listens' }, { says: 'no SIGTERM handler' }])
 * // '`src/server.ts:41` listens, no SIGTERM handler'
 */
export function evidenceText(evidence: readonly Evidence[]): string {
  return evidence.map(({ place, says }) => (place === undefined ? says : `\`${place}\` ${says}`)).join(', ');
}
