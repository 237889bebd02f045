import { type DocumentStatement, document, type Json, yaml } from '@joinery/kit';

/** Tell Grafana where the dashboards are, and who answers their queries. */
export function provisioning(sources: {
  readonly folder: string;
  readonly traces: boolean;
  readonly logs: boolean;
}): readonly DocumentStatement[] {
  const { folder, traces, logs } = sources;
  return [
    document(
      'observability/grafana/provisioning/dashboards/dashboards.yaml',
      yaml(
        {
          apiVersion: 1,
          providers: [
            {
              name: 'services',
              folder,
              type: 'file',
              allowUiUpdates: false,
              updateIntervalSeconds: 30,
              options: { path: '/etc/grafana/dashboards' },
            },
          ],
        },
        'Mount observability/grafana/dashboards at /etc/grafana/dashboards.',
      ),
    ),
    document(
      'observability/grafana/provisioning/datasources/datasources.yaml',
      yaml(
        {
          apiVersion: 1,
          datasources: [
            {
              name: 'Prometheus',
              uid: 'prometheus',
              type: 'prometheus',
              access: 'proxy',
              // biome-ignore lint/suspicious/noTemplateCurlyInString: Grafana fills it from its environment.
              url: '${PROMETHEUS_URL}',
              isDefault: true,
              jsonData: {
                httpMethod: 'POST',
                timeInterval: '15s',
                ...(traces
                  ? { exemplarTraceIdDestinations: [{ name: 'trace_id', datasourceUid: 'traces' }] }
                  : {}),
              },
            },
            ...(logs ? [loki(traces)] : []),
            ...(traces
              ? [
                  {
                    name: 'Traces',
                    uid: 'traces',
                    type: 'tempo',
                    access: 'proxy',
                    // biome-ignore lint/suspicious/noTemplateCurlyInString: as above
                    url: '${TRACES_URL}',
                  },
                ]
              : []),
          ],
        },
        'Addresses come from the environment of Grafana.',
      ),
    ),
  ];
}

/** A line of the log that has a trace leads to it. */
function loki(traces: boolean): Json {
  const trace = {
    name: 'trace_id',
    matcherRegex: '"trace_id":"(\\w+)"',
    datasourceUid: 'traces',
    // Twice, because Grafana fills in its environment first.
    url: '$${__value.raw}',
  };
  return {
    name: 'Logs',
    uid: 'logs',
    type: 'loki',
    access: 'proxy',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as above
    url: '${LOKI_URL}',
    ...(traces ? { jsonData: { derivedFields: [trace] } } : {}),
  };
}
