import type { Json } from '@joinery/kit';
import { DATASOURCE } from './model.ts';

/** What people choose at the top: the source of data, the service (all of them unless told) and which of its instances. */
export function variables(service: string | undefined, logs: boolean): Json {
  return {
    list: [
      source('datasource', 'Data source', 'prometheus'),
      ...(logs ? [source('loki_datasource', 'Loki data source', 'loki')] : []),
      choice('job', 'Job', 'label_values(up, job)', service),
      choice('instance', 'Instance', 'label_values(up{job=~"$job"}, instance)', undefined),
    ],
  };
}

function source(name: string, label: string, query: string): Json {
  const single = { refresh: 1, hide: 0, includeAll: false, multi: false, current: {} };
  return { name, label, type: 'datasource', query, ...single };
}

/** One value is chosen to begin with, or all. */
function choice(name: string, label: string, query: string, chosen: string | undefined): Json {
  return {
    name,
    label,
    type: 'query',
    datasource: DATASOURCE,
    definition: query,
    query: { query, refId: `${name}-values` },
    refresh: 2,
    sort: 1,
    hide: 0,
    multi: true,
    includeAll: true,
    allValue: '.+',
    current:
      chosen === undefined ? { text: ['All'], value: ['$__all'] } : { text: [chosen], value: [chosen] },
  };
}
