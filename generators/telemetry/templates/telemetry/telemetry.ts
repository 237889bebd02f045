import type { Resource } from '@opentelemetry/resources';
import { reportDiagnostics } from './diagnostics.ts';
import { createResource } from './resource.ts';
import { readSettings, type Settings } from './settings.ts';

/** What metrics and traces have in common. */
export interface Telemetry {
  readonly serviceName: string;
  /** Who is measured and traced. */
  readonly resource: Resource;
  readonly settings: Settings;
  /** Everything works, and nothing is measured or traced. */
  readonly disabled: boolean;
}

export interface TelemetryOptions {
  readonly serviceName: string;
  readonly environment: string;
  readonly settings?: Settings;
}

export function createTelemetry(options: TelemetryOptions): Telemetry {
  const { serviceName, environment, settings = readSettings() } = options;
  reportDiagnostics(settings);
  return {
    serviceName,
    resource: createResource(serviceName, environment),
    settings,
    disabled: settings.flag('OTEL_SDK_DISABLED'),
  };
}
