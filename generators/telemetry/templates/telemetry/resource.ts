import { readFileSync } from 'node:fs';
import {
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from '@opentelemetry/resources';

/** Who is measured. OTEL_RESOURCE_ATTRIBUTES and OTEL_SERVICE_NAME win. */
export function createResource(serviceName: string, environment: string): Resource {
  const own = resourceFromAttributes({
    'service.name': serviceName,
    'service.version': serviceVersion(),
    'deployment.environment.name': environment,
  });
  return own.merge(detectResources({ detectors: [envDetector] }));
}

export function buildInfo(serviceName: string): Readonly<Record<string, string>> {
  return {
    service_name: serviceName,
    service_version: serviceVersion(),
    nodejs_version: process.versions.node,
  };
}

/** From the package.json in the working directory. */
function serviceVersion(): string {
  try {
    const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
    const { version } = manifest as { readonly version?: unknown };
    return typeof version === 'string' ? version : 'unknown';
  } catch {
    return 'unknown';
  }
}
