import { type DocumentStatement, document, yaml } from '@joinery/kit';

/** Tell Grafana where the dashboards are, and who answers their queries. */
export function provisioning(folder: string, traces: boolean): readonly DocumentStatement[] {
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
