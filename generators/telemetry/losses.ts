import { atLeast, contribute, type PlanContext, type Statement } from '@joinery/kit';

/** One kind of what is sent to a collector, and the counters that its feature keeps of it. */
interface Signal {
  readonly feature: string;
  /** As people call it. */
  readonly name: string;
  readonly exported: string;
  /** Where it waits in a queue. */
  readonly queue?: { readonly processed: string; readonly size: string };
}

const SIGNALS: readonly Signal[] = [
  { feature: 'tracing', name: 'spans', ...ofQueued('span') },
  { feature: 'logging', name: 'log lines', ...ofQueued('log') },
  { feature: 'metrics', name: 'data points', exported: exportedOf('metric_data_point') },
];

function ofQueued(item: string): Pick<Signal, 'exported' | 'queue'> {
  return {
    exported: exportedOf(item),
    queue: {
      processed: `otel_sdk_processor_${item}_processed_total`,
      size: `otel_sdk_processor_${item}_queue_size`,
    },
  };
}

function exportedOf(item: string): string {
  return `otel_sdk_exporter_${item}_exported_total`;
}

/** From tier advanced on, what is lost on the way to a collector is alerted on, and from enterprise on shown. */
export function losses({ tier, has }: Pick<PlanContext<unknown>, 'tier' | 'has'>): readonly Statement[] {
  const signals = SIGNALS.filter(({ feature }) => has(feature));
  return atLeast(tier, 'advanced') && has('metrics') ? [alert(signals), ...panels(signals)] : [];
}

/** One series for each signal and reason. */
function lost(signals: readonly Signal[], window: string): string {
  const counters = signals.flatMap(({ name, exported, queue }) =>
    [...(queue === undefined ? [] : [queue.processed]), exported].map((metric) => ({ name, metric })),
  );
  return counters.map(({ name, metric }) => named(name, increase(metric, window))).join('\nor ');
}

function increase(metric: string, window: string): string {
  return `sum by (error_type) (increase(${metric}{job="$job", error_type!=""}[${window}]))`;
}

function named(signal: string, expr: string): string {
  return `label_replace(${expr}, "signal", "${signal}", "", "")`;
}

function alert(signals: readonly Signal[]): Statement {
  return contribute('alerts.rules', {
    name: 'TelemetryDropped',
    expr: `(\n${lost(signals, '10m')}\n) > 0`,
    for: '10m',
    severity: 'ticket',
    tier: 'advanced',
    summary: 'Telemetry is lost: {{ $labels.signal }}, {{ $labels.error_type }}',
    description:
      'For ten minutes telemetry of this kind has been lost, before or on the way to the collector.',
    runbook: {
      meaning:
        '`queue_full`: more come than can be sent, and the queue is full (`OTEL_BSP_MAX_QUEUE_SIZE` of spans, `OTEL_BLRP_MAX_QUEUE_SIZE` of log lines). `export_failed`: the collector refuses them, or does not answer.',
      impact:
        'Requests are served as always. Traces have holes, lines are on stdout only, or curves have gaps; counters go on from where they are.',
      diagnosis: `1. What does the service say? It writes one line a signal on stderr, \`telemetry: traces are not exported until the collector answers\`, with the reason.
2. Does \`OTEL_EXPORTER_OTLP_ENDPOINT\` answer from where the service runs?
3. One signal alone: has it an endpoint of its own (\`OTEL_EXPORTER_OTLP_TRACES_ENDPOINT\`, …), or does the collector lack a pipeline for it?
4. \`queue_full\` alone: did traffic grow, the share that is traced (\`OTEL_TRACES_SAMPLER_ARG\`), or the level of the log (\`LOG_LEVEL\`)?`,
      mitigation: `- Bring the collector back; what was lost stays lost.
- Trace a smaller share or log less, or raise the size of the queue and of its batches (\`OTEL_BSP_MAX_EXPORT_BATCH_SIZE\`, \`OTEL_BLRP_MAX_EXPORT_BATCH_SIZE\`).`,
    },
  });
}

function panels(signals: readonly Signal[]): readonly Statement[] {
  const panel = {
    row: 'Telemetry',
    kind: 'timeseries',
    unit: 'short',
    tier: 'enterprise',
  } as const;
  const queued = signals.flatMap(({ name, queue }) => (queue === undefined ? [] : [{ name, queue }]));
  return [
    contribute('dashboards.panels', {
      ...panel,
      name: 'telemetry-exported',
      title: 'Sent to the collector',
      description: 'What a collector took, a second. None of what is scraped or written to stdout instead.',
      queries: signals.map(({ name, exported }) => ({
        expr: `sum(rate(${exported}{job="$job", error_type=""}[$__rate_interval]))`,
        legend: name,
      })),
    }),
    contribute('dashboards.panels', {
      ...panel,
      name: 'telemetry-lost',
      title: 'Telemetry lost',
      description:
        'What had no room in a queue, or was not taken by a collector. See the runbook TelemetryDropped.',
      queries: [
        {
          expr: lost(signals, '$__rate_interval').replaceAll('\n', ' '),
          legend: '{{signal}} {{error_type}}',
        },
      ],
      thresholds: { critical: 1 },
    }),
    ...(queued.length === 0
      ? []
      : [
          contribute('dashboards.panels', {
            ...panel,
            name: 'telemetry-waiting',
            title: 'Waiting to be sent',
            description:
              'What waits in the queues. It climbs when the collector is slow; what does not fit is lost.',
            queries: queued.map(({ name, queue }) => ({
              expr: `sum(${queue.size}{job="$job"})`,
              legend: name,
            })),
          }),
        ]),
  ];
}
