const EXCLUDED = /^\/(?:health(?:\/[^?]*)?|livez|readyz|startupz|metrics)(?:\?|$)/;

/** Whether a request is a probe or a scrape, which say nothing about the service's users. */
export function isExcluded(url: string | undefined): boolean {
  return url === undefined || EXCLUDED.test(url);
}
