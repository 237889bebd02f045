import type { TelemetrySetting } from '@joinery/kit';

/** What holds for every signal. */
export const OWN_SETTINGS: readonly TelemetrySetting[] = [
  {
    name: 'OTEL_SERVICE_NAME',
    values: 'text',
    default: "the package's name",
    description: 'The name that tells the telemetry of this service from that of others.',
  },
  {
    name: 'OTEL_RESOURCE_ATTRIBUTES',
    values: '`key=value,…`',
    default: '',
    description: 'What else the telemetry says about the service.',
  },
  {
    name: 'OTEL_SDK_DISABLED',
    values: '`true`, `false`',
    default: '`false`',
    description: 'Whether to measure and trace nothing at all.',
  },
  {
    name: 'OTEL_LOG_LEVEL',
    values: '`none`, `error`, `warn`, `info`, `debug`, `verbose`',
    default: '`warn`',
    description: "From which level on OpenTelemetry's own messages are written to stderr, each once.",
  },
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    values: 'URL',
    default: '`http://localhost:4318`',
    description:
      'The collector that takes what is exported by OTLP. Also with `_LOGS`, `_METRICS` or `_TRACES`, and the full path.',
  },
  {
    name: 'OTEL_EXPORTER_OTLP_HEADERS',
    values: '`key=value,…`',
    default: '',
    description:
      'Headers of each export, such as a token. Also for one signal: `OTEL_EXPORTER_OTLP_TRACES_HEADERS`.',
  },
  {
    name: 'OTEL_EXPORTER_OTLP_PROTOCOL',
    values: '`http/protobuf`, `http/json`',
    default: '`http/protobuf`',
    description: 'How exports are encoded. Also for one signal.',
  },
  {
    name: 'OTEL_EXPORTER_OTLP_TIMEOUT',
    values: 'milliseconds',
    default: '`10000`',
    description: 'How long one export may take. Also for one signal.',
  },
  {
    name: 'OTEL_EXPORTER_OTLP_COMPRESSION',
    values: '`gzip`, `none`',
    default: '`none`',
    description: 'Whether exports are compressed. Also for one signal.',
  },
];
