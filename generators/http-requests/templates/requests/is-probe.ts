const PROBE = /^\/(?:health(?:\/[^?]*)?|livez|readyz|startupz|metrics)(?:\?|$)/;
/** Most paths are told apart by their first letter, for less than an expression takes. */
const FIRST_LETTERS = 'hlrsm';

/** Whether a request is a health probe or a scrape, which says nothing about the service's users. */
export function isProbe(url: string | undefined): boolean {
  return url === undefined || (FIRST_LETTERS.includes(url.charAt(1)) && PROBE.test(url));
}
