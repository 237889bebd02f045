import type { Attributes, Meter } from '@opentelemetry/api';
import type { Durations, Series } from './durations.ts';
import { createLabelSets, createOverflow } from './label-sets.ts';

const METRIC = 'http.server.request.duration';

/** Finds the series of a request when it is over. */
export type SeriesOf = (route: string | undefined, status: number) => Series;

/** Give each request its series, and bound how many there can ever be: what is too many shares `_other`. */
export function createLabelGuard(
  meter: Meter,
  durations: Durations,
  maxRoutes: number,
): (method: string, scheme: string) => SeriesOf {
  const routes = new Set<string>();
  const begun = new Map<string, Series>();
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

  function series(key: string, attributes: Attributes): Series {
    const known = begun.get(key);
    if (known !== undefined) return known;
    const added = durations.series(attributes);
    begun.set(key, added);
    return added;
  }

  return (method, scheme) => {
    // Looked up step by step: a key of all of them would have to be written and hashed for each request.
    const known = new Map<string | undefined, Map<number, Series>>();
    return (route, status) => {
      const template = route === undefined ? undefined : bounded(route);
      const ofRoute = known.get(template) ?? new Map<number, Series>();
      const usual = ofRoute.get(status);
      if (usual !== undefined) return usual;
      const key = keyOf(method, scheme, template, status);
      if (!labelSets.admits(key)) {
        const folded = ['_OTHER', scheme, '_other', status < 500 ? 0 : 500] as const;
        return series(keyOf(...folded), attributesOf(...folded));
      }
      const added = series(key, attributesOf(method, scheme, template, status));
      known.set(template, ofRoute.set(status, added));
      return added;
    };
  };
}

type Labels = readonly [method: string, scheme: string, route: string | undefined, status: number];

function keyOf(...labels: Labels): string {
  return labels.join(' ');
}

function attributesOf(...[method, scheme, route, status]: Labels): Attributes {
  return {
    'http.request.method': method,
    ...(route === undefined ? {} : { 'http.route': route }),
    'http.response.status_code': status,
    'url.scheme': scheme,
    ...(status < 500 ? {} : { 'error.type': String(status) }),
  };
}
