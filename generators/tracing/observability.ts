import {
  atLeast,
  type Code,
  code,
  contribute,
  from,
  instance,
  type Statement,
  type Tier,
} from '@joinery/kit';

const counts = code`${instance('tracing')}.counts`;
const read = (symbol: string) => code`() => ${from(symbol, '#host/tracing/span-counts')}(${counts})`;
const EXPORTED = 'otel_sdk_exporter_span_exported_total';
const PROCESSED = 'otel_sdk_processor_span_processed_total';
const lost = (window: string) =>
  [PROCESSED, EXPORTED]
    .map((metric) => `sum by (error_type) (increase(${metric}{job="$job", error_type!=""}[${window}]))`)
    .join('\nor ');

/** From tier advanced on, what tracing loses can be seen: in the words that OpenTelemetry has for its own metrics. */
export function observability(tier: Tier): readonly Statement[] {
  return atLeast(tier, 'advanced') ? [...observations(), alert, ...panels] : [];
}

function observations(): readonly Statement[] {
  const observe = (name: string, description: string, kind: 'counter' | 'gauge', reading: Code) =>
    contribute('metrics.observations', { name, description, unit: '{span}', kind, observe: reading });
  return [
    observe(
      'otel.sdk.exporter.span.exported',
      'Spans that were sent; with `error_type` those that no collector took',
      'counter',
      read('exportedSpans'),
    ),
    observe(
      'otel.sdk.processor.span.processed',
      'Spans that left the queue; with `error_type` those that had no room in it',
      'counter',
      read('processedSpans'),
    ),
    observe(
      'otel.sdk.processor.span.queue.size',
      'Spans that wait to be sent',
      'gauge',
      code`() => ${counts}.waiting`,
    ),
  ];
}

const alert = contribute('alerts.rules', {
  name: 'TelemetryDropped',
  expr: `(\n${lost('10m')}\n) > 0`,
  for: '10m',
  severity: 'ticket',
  tier: 'advanced',
  summary: 'Spans are lost: {{ $labels.error_type }}',
  description: 'For ten minutes spans have been lost, before or on the way to the collector.',
  runbook: {
    meaning:
      '`queue_full`: more spans end than can be sent, and the queue (`OTEL_BSP_MAX_QUEUE_SIZE`) is full. `export_failed`: the collector refuses them, or does not answer.',
    impact: 'Requests are served as always. Traces have holes, or there are none.',
    diagnosis: `1. What does the service say? It writes one line, \`telemetry: traces are not exported until the collector answers\`, with the reason.
2. Does \`OTEL_EXPORTER_OTLP_ENDPOINT\` answer from where the service runs?
3. \`queue_full\` alone: did traffic grow, or the share that is traced (\`OTEL_TRACES_SAMPLER_ARG\`)?`,
    mitigation: `- Bring the collector back; what was lost stays lost.
- Trace a smaller share, or raise \`OTEL_BSP_MAX_QUEUE_SIZE\` and \`OTEL_BSP_MAX_EXPORT_BATCH_SIZE\`.`,
  },
});

const panels = [
  contribute('dashboards.panels', {
    name: 'spans-exported',
    row: 'Telemetry',
    title: 'Spans sent',
    description:
      'Spans a second that a collector took, and how many wait. Waiting ones climb when it is slow.',
    kind: 'timeseries',
    unit: 'short',
    tier: 'enterprise',
    queries: [
      { expr: `sum(rate(${EXPORTED}{job="$job", error_type=""}[$__rate_interval]))`, legend: 'sent' },
      { expr: 'sum(otel_sdk_processor_span_queue_size{job="$job"})', legend: 'waiting' },
    ],
  }),
  contribute('dashboards.panels', {
    name: 'spans-lost',
    row: 'Telemetry',
    title: 'Spans lost',
    description:
      'Spans that had no room in the queue, or that no collector took. See the runbook TelemetryDropped.',
    kind: 'timeseries',
    unit: 'short',
    tier: 'enterprise',
    queries: [{ expr: lost('$__rate_interval').replace('\n', ' '), legend: '{{error_type}}' }],
    thresholds: { critical: 1 },
  }),
];
