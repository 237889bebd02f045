import type { Json } from '@joinery/kit';

/** Ways on from a dashboard: what to do, and what one request did. */
export function links(runbooks: string, traces: boolean, service: string): readonly Json[] {
  return [
    ...(runbooks === '' ? [] : [link('Runbooks', 'doc', runbooks)]),
    ...(traces ? [link('Traces', 'external link', exploreTraces(service))] : []),
  ];
}

function link(title: string, icon: string, url: string): Json {
  return { type: 'link', title, icon, url, targetBlank: true, keepTime: true, includeVars: false, tags: [] };
}

/** Grafana's explorer, asked for the service's traces. */
function exploreTraces(service: string): string {
  const query = { refId: 'A', queryType: 'traceql', query: `{ resource.service.name = "${service}" }` };
  const left = { datasource: 'traces', queries: [query], range: { from: 'now-1h', to: 'now' } };
  return `/explore?left=${encodeURIComponent(JSON.stringify(left))}`;
}
