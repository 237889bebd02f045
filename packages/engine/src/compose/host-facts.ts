import type { Profile } from '@joinery/kit';
import semver from 'semver';
import { FRAMEWORK_PACKAGES } from '../profile/framework.ts';
import type { ResolveRequest, Universe } from '../resolver/request.ts';
import type { Tree } from '../tree/tree.ts';

/** What features may constrain of the host, as versions, each with the place it was found, and who installs there. */
export function hostFacts(
  host: Profile,
  universe: Universe,
  tree: Tree,
): Required<Pick<ResolveRequest, 'host' | 'evidence' | 'manager'>> {
  const facts: Record<string, string> = { node: host.node.value };
  const evidence: Record<string, string> = { node: host.node.evidence };
  const add = (name: string, version: string, where: string) => {
    facts[name] = version;
    evidence[name] = where;
  };
  if (host.typescript) add('typescript', host.typescript.value, host.typescript.evidence);
  for (const name of constrained(universe)) {
    const version = dependencyVersion(name, host, tree);
    if (version !== undefined) add(name, version, host.manifest);
  }
  const framework = host.framework?.value;
  if (framework !== undefined) {
    add(framework.name, framework.version, host.manifest);
    const pkg = FRAMEWORK_PACKAGES.find(([name]) => name === framework.name)?.[1];
    if (pkg !== undefined) add(pkg, framework.version, host.manifest);
  }
  return { host: facts, evidence, manager: host.packageManager.value };
}

function constrained(universe: Universe): readonly string[] {
  const names = universe.features.flatMap(({ host, conflicts }) => [
    ...Object.keys(host ?? {}),
    ...Object.keys(conflicts ?? {}),
  ]);
  return [...new Set(names)].filter((name) => name !== 'node' && name !== 'typescript');
}

function dependencyVersion(name: string, host: Profile, tree: Tree): string | undefined {
  const declared = Object.hasOwn(host.dependencies, name) ? host.dependencies[name] : undefined;
  if (declared === undefined) return undefined;
  const installed = /"version"\s*:\s*"([^"]+)"/.exec(
    tree.read(`node_modules/${name}/package.json`) ?? '',
  )?.[1];
  if (installed !== undefined) return installed;
  return semver.validRange(declared.range) === null ? undefined : semver.minVersion(declared.range)?.version;
}
