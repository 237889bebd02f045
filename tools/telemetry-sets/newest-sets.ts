import semver from 'semver';
import type { VersionSet } from '../../generators/telemetry/version-sets.ts';

/** What a registry tells. */
export interface Registry {
  versions(name: string): readonly string[];
  field(
    name: string,
    version: string,
    field: 'dependencies' | 'engines' | 'peerDependencies',
  ): Readonly<Record<string, string>>;
  /** Every package of the sets, and which of the versions it has. */
  readonly packages: Readonly<Record<string, keyof Omit<VersionSet, 'node'>>>;
}

const API = '@opentelemetry/api';
const SDK = '@opentelemetry/sdk-metrics';
const EXPORTER = '@opentelemetry/exporter-prometheus';
const LOGS_EXPORTER = '@opentelemetry/exporter-logs-otlp-proto';
const LOGS = '@opentelemetry/sdk-logs';

/**
 * The newest version of each line that all packages have: the exporters pin the stable packages exactly, so the newest
 * exporter says which those are. "The latest of each" would be several lines at once.
 */
export function newestSets(registry: Registry): Readonly<Record<'2' | '3', VersionSet>> {
  return { '2': newestSet(registry, 2), '3': newestSet(registry, 3) };
}

function newestSet(registry: Registry, major: number): VersionSet {
  const released = registry.versions(EXPORTER).filter((version) => semver.prerelease(version) === null);
  for (const experimental of semver.rsort([...released])) {
    const stable = registry.field(EXPORTER, experimental, 'dependencies')[SDK];
    if (stable === undefined || semver.major(stable) < major) break;
    if (semver.major(stable) > major) continue;
    const logs = registry.field(LOGS_EXPORTER, experimental, 'dependencies')[LOGS] ?? experimental;
    if (everyPackageHas(registry, { stable, experimental, logs })) {
      return {
        node: floorOf(registry.field(SDK, stable, 'engines').node ?? ''),
        api: `~${newestApi(registry, stable)}`,
        stable,
        experimental,
        logs,
      };
    }
  }
  throw new Error(`No version of line ${major} is there for all packages.`);
}

function everyPackageHas(registry: Registry, versions: Omit<VersionSet, 'node' | 'api'>): boolean {
  return Object.entries(registry.packages).every(
    ([name, kind]) => kind === 'api' || registry.versions(name).includes(versions[kind]),
  );
}

function newestApi(registry: Registry, stable: string): string {
  const range = registry.field(SDK, stable, 'peerDependencies')[API] ?? '*';
  return semver.maxSatisfying([...registry.versions(API)], range) ?? '1.9.1';
}

/** The lowest version of the last alternative: `^18.19.0 || >=20.6.0` → 20.6.0. */
function floorOf(range: string): string {
  const last = range.split('||').at(-1) ?? '';
  return semver.minVersion(last)?.version ?? '20.0.0';
}
