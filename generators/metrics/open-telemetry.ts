import { type DependencyStatement, dependency } from '@joinery/kit';

/** Versions that belong together: the exporter depends on exactly these. OpenTelemetry 3 needs Node.js 22.15. */
const LINE_2 = { api: '~1.9.1', sdk: '2.12.0', exporter: '0.223.0' };
const LINE_3 = { api: '~1.10.0', sdk: '3.1.0', exporter: '0.301.0' };

/** Require the newest coherent set of OpenTelemetry packages that runs on the lowest Node.js the host promises. */
export function openTelemetry(node: string): readonly DependencyStatement[] {
  const line = reaches(node, 22, 15) ? LINE_3 : LINE_2;
  return [
    dependency('@opentelemetry/api', line.api),
    dependency('@opentelemetry/exporter-prometheus', line.exporter),
    dependency('@opentelemetry/resources', line.sdk),
    dependency('@opentelemetry/sdk-metrics', line.sdk),
  ];
}

function reaches(version: string, major: number, minor: number): boolean {
  const [hostMajor = 0, hostMinor = 0] = version.split('.').map(Number);
  return hostMajor > major || (hostMajor === major && hostMinor >= minor);
}
