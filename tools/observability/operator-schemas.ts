/**
 * What Prometheus Operator's definitions (monitoring.coreos.com/v1) allow of the fields that features use, written from its API
 * reference. Stricter than the cluster: a field that is not listed is an error.
 */
const DURATION =
  '^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$';
const texts = { type: 'object', additionalProperties: { type: 'string' } };
const metadata = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$', maxLength: 253 },
    labels: texts,
  },
};
const resource = (kind: string, spec: object) => ({
  type: 'object',
  required: ['apiVersion', 'kind', 'metadata', 'spec'],
  additionalProperties: false,
  properties: {
    apiVersion: { const: 'monitoring.coreos.com/v1' },
    kind: { const: kind },
    metadata,
    spec,
  },
});
const object = (required: readonly string[], properties: object) => ({
  type: 'object',
  required,
  additionalProperties: false,
  properties,
});

const rule = {
  ...object(['expr'], {
    record: { type: 'string' },
    alert: { type: 'string' },
    expr: { type: 'string', minLength: 1 },
    for: { type: 'string', pattern: DURATION },
    keep_firing_for: { type: 'string', pattern: DURATION, minLength: 1 },
    labels: texts,
    annotations: texts,
  }),
  oneOf: [{ required: ['record'] }, { required: ['alert'] }],
};

export const PROMETHEUS_RULE = resource(
  'PrometheusRule',
  object(['groups'], {
    groups: {
      type: 'array',
      items: object(['name'], {
        name: { type: 'string', minLength: 1 },
        interval: { type: 'string', pattern: DURATION },
        rules: { type: 'array', items: rule },
      }),
    },
  }),
);

export const SERVICE_MONITOR = resource(
  'ServiceMonitor',
  object(['selector', 'endpoints'], {
    selector: object([], { matchLabels: texts }),
    sampleLimit: { type: 'integer' },
    labelLimit: { type: 'integer' },
    endpoints: {
      type: 'array',
      items: object([], {
        port: { type: 'string' },
        path: { type: 'string' },
        interval: { type: 'string', pattern: DURATION },
        honorLabels: { type: 'boolean' },
        relabelings: {
          type: 'array',
          items: object([], {
            targetLabel: { type: 'string' },
            replacement: { type: 'string' },
          }),
        },
      }),
    },
  }),
);
