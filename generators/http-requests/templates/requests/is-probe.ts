const PROBE = /^\/(?:health(?:\/[^?]*)?|livez|readyz|startupz|metrics)(?:\?|$)/;

/** Whether a request is a health probe or a scrape, which says nothing about the service's users. */
export function isProbe(url: string | undefined): boolean {
  return url === undefined || PROBE.test(url);
}
