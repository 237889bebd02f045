import { type DependencyStatement, dependency, type Profile } from '@joinery/kit';

/** Versions that belong together: the exporter depends on exactly these. OpenTelemetry 3 needs Node.js 22.15. */
const LINE_2 = { api: '~1.9.1', sdk: '2.12.0', exporter: '0.223.0' };
const LINE_3 = { api: '~1.10.0', sdk: '3.1.0', exporter: '0.301.0' };

const API = '@opentelemetry/api';
const EXPORTER = '@opentelemetry/exporter-prometheus';
const RESOURCES = '@opentelemetry/resources';
const SDK = '@opentelemetry/sdk-metrics';

type Host = Pick<Profile, 'node' | 'dependencies'>;

/**
 * Require the newest coherent set of OpenTelemetry packages that runs on the lowest Node.js the host promises;
 * the host's own set, where it uses OpenTelemetry itself: two sets share no metrics.
 */
export function openTelemetry(host: Host): readonly DependencyStatement[] {
  const line = (ownLine(host) ?? (reaches(host.node.value, 22, 15) ? '3' : '2')) === '3' ? LINE_3 : LINE_2;
  return [
    dependency(API, line.api),
    dependency(EXPORTER, line.exporter),
    dependency(RESOURCES, line.sdk),
    dependency(SDK, line.sdk),
  ];
}

/** Which line the host has chosen, told by the API's version once it has a package that is not ours. */
function ownLine({ dependencies }: Host): '2' | '3' | undefined {
  const ours = [API, EXPORTER, RESOURCES, SDK];
  const own = Object.keys(dependencies).some(
    (name) => name.startsWith('@opentelemetry/') && !ours.includes(name),
  );
  const api = dependencies[API];
  if (!own || api === undefined) return undefined;
  return /^[\^~>=v\s]*1\.10\b/.test(api.installed ?? api.range) ? '3' : '2';
}

function reaches(version: string, major: number, minor: number): boolean {
  const [hostMajor = 0, hostMinor = 0] = version.split('.').map(Number);
  return hostMajor > major || (hostMajor === major && hostMinor >= minor);
}
