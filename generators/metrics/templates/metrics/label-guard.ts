import type { Attributes, Meter } from '@opentelemetry/api';

/** Label sets per instrument; the SDK's own limit does not hold over several scrapes. */
const MAX_LABEL_SETS = 2_000;
const METRIC = 'http.server.request.duration';

type Guard = (
  method: string,
  scheme: string,
  route: string | undefined,
  status: number,
) => Attributes;

/** Give each request its labels, and bound how many there can ever be: what is too many shares `_other`. */
export function createLabelGuard(meter: Meter, maxRoutes: number): Guard {
  const routes = new Set<string>();
  const labelSets = new Map<string, Attributes>();
  const overflow = meter.createCounter('metrics.label.overflow', {
    description: 'Requests whose label was folded into `_other`',
  });

  function bounded(route: string): string {
    if (routes.has(route)) return route;
    if (routes.size < maxRoutes) {
      routes.add(route);
      return route;
    }
    overflow.add(1, { metric: METRIC, label: 'http.route' });
    return '_other';
  }

  return (method, scheme, route, status) => {
    const template = route === undefined ? undefined : bounded(route);
    const key = `${method} ${scheme} ${status} ${template}`;
    const known = labelSets.get(key);
    if (known !== undefined) return known;
    const attributes = attributesOf(method, scheme, template, status);
    if (labelSets.size < MAX_LABEL_SETS) {
      labelSets.set(key, attributes);
      return attributes;
    }
    overflow.add(1, { metric: METRIC, label: '*' });
    return attributesOf('_OTHER', scheme, '_other', status < 500 ? 0 : 500);
  };
}

function attributesOf(
  method: string,
  scheme: string,
  route: string | undefined,
  status: number,
): Attributes {
  return {
    'http.request.method': method,
    ...(route === undefined ? {} : { 'http.route': route }),
    'http.response.status_code': status,
    'url.scheme': scheme,
    ...(status < 500 ? {} : { 'error.type': String(status) }),
  };
}
