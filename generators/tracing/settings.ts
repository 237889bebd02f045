import type { TelemetrySetting } from '@joinery/kit';

const milliseconds = 'milliseconds';

/** What traces understand of OpenTelemetry's variables. */
export function settings(ratio: number): readonly TelemetrySetting[] {
  return [
    {
      name: 'OTEL_TRACES_EXPORTER',
      values: '`otlp`, `console`, `none`; several with commas',
      default: '`otlp`',
      description: 'Where spans go.',
    },
    {
      name: 'OTEL_TRACES_SAMPLER',
      values:
        '`parentbased_traceidratio`, `parentbased_always_on`, `parentbased_always_off`, `traceidratio`, `always_on`, `always_off`',
      default: '`parentbased_traceidratio`',
      description:
        'Which requests are traced. What is `parentbased` does as the caller has decided, if it has.',
    },
    {
      name: 'OTEL_TRACES_SAMPLER_ARG',
      values: 'from 0 to 1',
      default: `\`1\` in development, \`0.1\` in staging, else \`${ratio}\``,
      description: 'The share of requests that is traced.',
    },
    {
      name: 'OTEL_PROPAGATORS',
      values: '`tracecontext`, `baggage`, `none`; several with commas',
      default: '`tracecontext,baggage`',
      description: 'How traces cross from service to service.',
    },
    {
      name: 'OTEL_BSP_SCHEDULE_DELAY',
      values: milliseconds,
      default: '`5000`',
      description: 'How long a span waits before it is sent.',
    },
    {
      name: 'OTEL_BSP_MAX_QUEUE_SIZE',
      values: 'spans',
      default: '`2048`',
      description: 'How many spans wait at most; the rest is dropped.',
    },
    {
      name: 'OTEL_BSP_MAX_EXPORT_BATCH_SIZE',
      values: 'spans',
      default: '`512`',
      description: 'How many are sent at once.',
    },
    {
      name: 'OTEL_BSP_EXPORT_TIMEOUT',
      values: milliseconds,
      default: '`30000`',
      description: 'How long sending them may take.',
    },
  ];
}
