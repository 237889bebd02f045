import { type DependencyStatement, dependency, type TelemetryPackage } from '@joinery/kit';
import { chooseLine, type Host } from './choose-line.ts';
import { PACKAGES, VERSION_SETS } from './version-sets.ts';

/** Require the packages that features ask for, all from one set of versions that belong together. */
export function dependencies(asked: readonly TelemetryPackage[], host: Host): readonly DependencyStatement[] {
  const set = VERSION_SETS[chooseLine(host)];
  const names = new Set(asked.map(({ name }) => name));
  return [...names].sort().flatMap((name) => {
    const version = PACKAGES[name];
    return version === undefined ? [] : [dependency(name, set[version])];
  });
}
