import type { Profile } from '@joinery/kit';
import { PACKAGES, VERSION_SETS } from './version-sets.ts';

export type Line = keyof typeof VERSION_SETS;
export type Host = Pick<Profile, 'node' | 'dependencies'>;

const API = '@opentelemetry/api';

/**
 * The newest line of OpenTelemetry that runs on the lowest Node.js the host promises; the host's own line, where it
 * uses OpenTelemetry itself: two lines share neither metrics nor traces.
 */
export function chooseLine(host: Host): Line {
  return ownLine(host) ?? (reaches(host.node.value, VERSION_SETS['3'].node) ? '3' : '2');
}

/** Which line the host has chosen, told by the API's version once it has a package that is not ours. */
function ownLine({ dependencies }: Host): Line | undefined {
  const own = Object.keys(dependencies).some(
    (name) => name.startsWith('@opentelemetry/') && !Object.hasOwn(PACKAGES, name),
  );
  const api = dependencies[API];
  if (!own || api === undefined) return undefined;
  return /^[\^~>=v\s]*1\.10\b/.test(api.installed ?? api.range) ? '3' : '2';
}

function reaches(version: string, floor: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [floorMajor = 0, floorMinor = 0] = floor.split('.').map(Number);
  return major > floorMajor || (major === floorMajor && minor >= floorMinor);
}
