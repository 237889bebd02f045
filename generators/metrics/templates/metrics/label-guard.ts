import type { Attributes, Meter } from '@opentelemetry/api';
import { createLabelSets, createOverflow } from './label-sets.ts';

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
  const cache = new Map<string, Attributes>();
  const overflow = createOverflow(meter);
  const labelSets = createLabelSets(METRIC, overflow);

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
    const known = cache.get(key);
    if (known !== undefined) return known;
    if (!labelSets.admits(key)) {
      return attributesOf('_OTHER', scheme, '_other', status < 500 ? 0 : 500);
    }
    const attributes = attributesOf(method, scheme, template, status);
    cache.set(key, attributes);
    return attributes;
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
