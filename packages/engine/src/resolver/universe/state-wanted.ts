import { TIERS } from '@joinery/kit';
import semver from 'semver';
import { EXIT, ProblemError } from '../../problem.ts';
import type { Wanted } from '../solver/fact.ts';
import { saysNothing, stated, type Term } from '../solver/incompatibility.ts';
import { sets } from '../solver/version-set.ts';
import { answers, versionsIn } from './answers.ts';
import { besides, type Encoding, featureNumber, packageNumber } from './encoding.ts';

/** State what is asked for, excluded, and known of the host. */
export function stateWanted(encoding: Encoding): void {
  const { wish } = encoding;
  for (const [feature, range] of wish.features) stateAsked(encoding, feature, range);
  for (const feature of wish.exclude) stateExcluded(encoding, feature);
  if (wish.tier !== undefined) {
    const package_ = packageNumber(encoding, 'tier', 'tier', TIERS);
    const only = sets.single(TIERS.length, TIERS.indexOf(wish.tier));
    add(encoding, { kind: 'tier', tier: wish.tier }, [
      { package: package_, set: besides(encoding, package_, only) },
    ]);
  }
  for (const [name, version] of wish.host) stateHost(encoding, name, version);
}

function stateAsked(encoding: Encoding, feature: string, range: string | undefined): void {
  if (!encoding.index.entries.has(feature)) {
    stateAskedCapability(encoding, feature, range ?? '*');
    return;
  }
  const package_ = featureNumber(encoding, feature);
  const size = encoding.packages[package_]?.versions.length ?? 0;
  add(encoding, { kind: 'present', feature }, [{ package: package_, set: sets.absent(size) }]);
  if (range === undefined) return;
  const outside = besides(
    encoding,
    package_,
    sets.union(versionsIn(encoding.index, feature, range), sets.absent(size)),
  );
  add(encoding, { kind: 'range', feature, range }, [{ package: package_, set: outside }]);
}

/** A capability may be asked for by name too; then any provider will do. */
function stateAskedCapability(encoding: Encoding, name: string, range: string): void {
  const terms = answers(encoding.index, name, range).map(({ feature, set }): Term => {
    const package_ = featureNumber(encoding, feature);
    return { package: package_, set: besides(encoding, package_, set) };
  });
  add(encoding, { kind: 'asked', feature: name, range }, terms);
}

function stateExcluded(encoding: Encoding, feature: string): void {
  if (!encoding.index.entries.has(feature)) return;
  const package_ = featureNumber(encoding, feature);
  const size = encoding.packages[package_]?.versions.length ?? 0;
  const present = besides(encoding, package_, sets.absent(size));
  add(encoding, { kind: 'excluded', feature }, [{ package: package_, set: present }]);
}

function stateHost(encoding: Encoding, name: string, version: string): void {
  if (semver.parse(version) === null) throw notAVersion(name, version);
  const package_ = packageNumber(encoding, 'host', name, [version]);
  const evidence = encoding.wish.evidence.get(name);
  const fact: Wanted = { kind: 'host', name, version, ...(evidence === undefined ? {} : { evidence }) };
  add(encoding, fact, [{ package: package_, set: sets.absent(1) }]);
}

function notAVersion(name: string, version: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'bad-version',
    exitCode: EXIT.error,
    found: `The host's \`${name}\` is given the version \`${version}\`, which is not a semver version.`,
    todo: 'Write it as major.minor.patch, for example `20.19.0`.',
  });
}

function add(encoding: Encoding, fact: Wanted, terms: readonly Term[]): void {
  const incompatibility = stated(fact, terms);
  if (!saysNothing(incompatibility)) encoding.fresh.push(incompatibility);
}
