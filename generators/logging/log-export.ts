import {
  atLeast,
  type Code,
  code,
  contribute,
  from,
  instance,
  type Statement,
  type TelemetrySetting,
  type Tier,
  template,
} from '@joinery/kit';
import { exportCounts } from './export-counts.ts';
import type { ServiceLog } from './service-log.ts';

const PACKAGES = ['exporter-logs-otlp-http', 'exporter-logs-otlp-proto', 'sdk-logs'];

const SETTINGS: readonly TelemetrySetting[] = [
  {
    name: 'OTEL_LOGS_EXPORTER',
    values: '`otlp`, `none`',
    default: '`none`',
    description: 'Where the log goes besides stdout.',
  },
  {
    name: 'OTEL_BLRP_SCHEDULE_DELAY',
    values: 'milliseconds',
    default: '`1000`',
    description: 'How long a line of the log waits before it is sent.',
  },
  {
    name: 'OTEL_BLRP_MAX_QUEUE_SIZE',
    values: 'lines',
    default: '`2048`',
    description: 'How many lines of the log wait at most; the rest is dropped.',
  },
  {
    name: 'OTEL_BLRP_MAX_EXPORT_BATCH_SIZE',
    values: 'lines',
    default: '`512`',
    description: 'How many are sent at once.',
  },
  {
    name: 'OTEL_BLRP_EXPORT_TIMEOUT',
    values: 'milliseconds',
    default: '`30000`',
    description: 'How long sending them may take.',
  },
];

/** Whether the log can be sent to a collector: from tier advanced on, where there is telemetry. */
export function isExported(tier: Tier, has: (feature: string) => boolean): boolean {
  return atLeast(tier, 'advanced') && has('telemetry');
}

/** What sends the log to a collector, once an environment variable says so. */
export function logExport(): readonly Statement[] {
  const exporting = instance('logExport');
  return [
    ...['log-export', 'log-processor'].map((name) =>
      template(`otlp/logging/${name}.ts`, `logging/${name}.ts`),
    ),
    ...exportCounts(code`${exporting}.counts`),
    ...PACKAGES.map((name) => contribute('telemetry.packages', { name: `@opentelemetry/${name}` })),
    ...SETTINGS.map((setting) => contribute('telemetry.settings', setting)),
    contribute('platform.instances', {
      name: 'logExport',
      value: code`${from('createLogExport', '#host/logging/log-export')}(${instance('telemetry')})`,
    }),
    contribute('process.shutdown', {
      name: 'logging',
      stage: 'flush',
      run: code`() => ${exporting}.shutdown()`,
    }),
  ];
}

/** A logger whose lines are sent, too. */
export function exported({ logger, level }: ServiceLog): Code {
  return code`${instance('logExport')}.tee(
  ${logger},
  { level: ${level}, sources: ${instance('logFields')} },
)`;
}
