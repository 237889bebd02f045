import { register } from 'prom-client';

/**
 * What the service measures with prom-client in its default registry, to be served beside our own. A family that is
 * measured here as well is left out there, or it would be in one scrape twice.
 */
export async function hostMetrics(own: string): Promise<string> {
  // Of OpenMetrics, which a service may have chosen for its own endpoint, parts cannot be put elsewhere.
  if (register.contentType.startsWith('application/openmetrics-text')) return '';
  const families = (await register.metrics()).split(/^(?=# HELP )/m);
  const measured = new Set([...own.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name));
  return families
    .filter((family) => !measured.has(/^# HELP (\S+) /.exec(family)?.[1]))
    .map((family) => (family.trim() === '' ? '' : `${family.trim()}\n`))
    .join('');
}
