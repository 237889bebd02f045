/** One line of OpenTelemetry: versions that belong together. */
export interface VersionSet {
  /** The lowest Node.js it runs on. */
  readonly node: string;
  readonly api: string;
  /** Of the packages that are stable: resources, the SDKs. */
  readonly stable: string;
  /** Of the packages that are not yet: the exporters. They depend on exactly the stable ones above. */
  readonly experimental: string;
  /** Of the SDK of logs, which became stable with 3.x. */
  readonly logs: string;
}

/** Written by tools/telemetry-sets/recompute.ts; a test installs each and counts the copies. */
export const VERSION_SETS: { readonly '2': VersionSet; readonly '3': VersionSet } = {
  '2': { node: '20.6.0', api: '~1.9.1', stable: '2.12.0', experimental: '0.223.0', logs: '0.223.0' },
  '3': { node: '22.15.0', api: '~1.10.0', stable: '3.1.0', experimental: '0.301.0', logs: '3.1.0' },
};

/** Every package that features may ask for, and which of the versions it has. */
export const PACKAGES: Readonly<Record<string, keyof Omit<VersionSet, 'node'>>> = {
  '@opentelemetry/api': 'api',
  '@opentelemetry/context-async-hooks': 'stable',
  '@opentelemetry/core': 'stable',
  '@opentelemetry/exporter-logs-otlp-http': 'experimental',
  '@opentelemetry/exporter-logs-otlp-proto': 'experimental',
  '@opentelemetry/exporter-metrics-otlp-http': 'experimental',
  '@opentelemetry/exporter-metrics-otlp-proto': 'experimental',
  '@opentelemetry/exporter-prometheus': 'experimental',
  '@opentelemetry/exporter-trace-otlp-http': 'experimental',
  '@opentelemetry/exporter-trace-otlp-proto': 'experimental',
  '@opentelemetry/resources': 'stable',
  '@opentelemetry/sdk-logs': 'logs',
  '@opentelemetry/sdk-metrics': 'stable',
  '@opentelemetry/sdk-trace': 'stable',
};
