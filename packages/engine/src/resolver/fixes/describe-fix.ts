import { TIERS } from '@joinery/kit';
import semver from 'semver';
import type { ResolveRequest } from '../request.ts';
import type { Fix, Resolved } from '../resolution.ts';
import { commandFor, packagesGone, promiseOf, short } from './command-for.ts';

/** Say what a tried request changes, what that leads to, and how to do it. All wording of fixes is here. */
export function describeFix(before: ResolveRequest, after: ResolveRequest, answer: Resolved): Fix {
  const parts = [
    ...replaced(before, after, answer),
    ...asked(before, after, answer),
    ...allowed(before, after, answer),
    ...tier(before, after),
    ...host(before, after),
  ];
  return {
    change: parts.map(({ change }) => change).join(', and '),
    consequence: `${parts.map(({ consequence }) => consequence).join('; ')}.`,
    command: commandFor(before, after),
    request: after,
  };
}

interface Part {
  readonly change: string;
  readonly consequence: string;
}

/** A feature left out, or another in its place. */
function replaced(before: ResolveRequest, after: ResolveRequest, answer: Resolved): readonly Part[] {
  const added = Object.keys(after.features).filter((name) => !Object.hasOwn(before.features, name));
  const gone = Object.keys(before.features).filter((name) => !Object.hasOwn(after.features, name));
  return gone.map((name, index): Part => {
    const instead = added[index];
    if (instead !== undefined) {
      return {
        change: `use \`${instead}\` instead of \`${name}\``,
        consequence: `${chosen(answer, instead)} takes the place of \`${name}\``,
      };
    }
    const isInstalled = Object.hasOwn(before.lock ?? {}, name);
    const still = Object.hasOwn(answer.versions, name)
      ? `, though ${chosen(answer, name)} comes in as a requirement`
      : '';
    return isInstalled
      ? { change: `remove \`${name}\``, consequence: `\`${name}\` is taken out${still}` }
      : { change: `leave out \`${name}\``, consequence: `\`${name}\` is not added${still}` };
  });
}

function asked(before: ResolveRequest, after: ResolveRequest, answer: Resolved): readonly Part[] {
  const changed = Object.entries(after.features).filter(
    ([name, range]) => Object.hasOwn(before.features, name) && before.features[name] !== range,
  );
  return changed.map(([name, range]): Part => {
    const version = answer.versions[name] ?? '';
    const isPreRelease = (semver.prerelease(version) ?? []).length > 0;
    const change = isPreRelease
      ? `allow the pre-release \`${name}\` ${version}`
      : `ask for \`${name} ${range}\` instead of \`${name} ${before.features[name]}\``;
    return { change, consequence: `${chosen(answer, name)} is chosen` };
  });
}

function allowed(before: ResolveRequest, after: ResolveRequest, answer: Resolved): readonly Part[] {
  const names = (before.exclude ?? []).filter((name) => after.exclude?.includes(name) !== true);
  return names.map((name) => ({
    change: `stop excluding \`${name}\``,
    consequence: `${chosen(answer, name)} is chosen`,
  }));
}

function tier(before: ResolveRequest, after: ResolveRequest): readonly Part[] {
  if (after.tier === undefined || after.tier === before.tier) return [];
  const isHigher = TIERS.indexOf(after.tier) > TIERS.indexOf(before.tier ?? 'basic');
  return [
    {
      change: `${isHigher ? 'raise' : 'lower'} the tier to \`${after.tier}\``,
      consequence: `the service is composed at tier \`${after.tier}\` instead of \`${before.tier}\``,
    },
  ];
}

function host(before: ResolveRequest, after: ResolveRequest): readonly Part[] {
  const gone = packagesGone(before, after).map((name) => ({
    change: `take \`${name}\` out of the service`,
    consequence: `the service no longer has ${name} ${before.host?.[name]}; what calls it in the code goes, too`,
  }));
  const changed = Object.entries(after.host ?? {}).filter(
    ([name, version]) => before.host?.[name] !== version,
  );
  const moved = changed.map(([name, version]): Part => {
    const current = before.host?.[name] ?? '';
    if (name === 'node') return node(current, version, before.evidence?.node);
    const verb = semver.gt(version, current) ? 'upgrade' : 'downgrade';
    return {
      change: `${verb} ${name} to ^${short(version)}`,
      consequence: `the host moves from ${name} ${current} to ${version}`,
    };
  });
  return [...gone, ...moved];
}

/** A service runs on whatever it promises to run on, so it is the promise that is raised. */
function node(current: string, version: string, evidence: string | undefined): Part {
  const place = promiseOf(evidence);
  const wish = place === 'package.json' ? `>=${short(version)}` : `${short(version)} or newer`;
  const verb = semver.gt(version, current) ? 'raise' : 'lower';
  const change = {
    'package.json': `${verb} \`engines.node\` in package.json to \`${wish}\``,
    file: `${verb} the version in ${evidence?.split(',')[0]} to ${wish}`,
    image: `use the image of Node.js ${wish} in the Dockerfile`,
    none: `${verb === 'raise' ? 'upgrade' : 'downgrade'} node to ${wish}`,
  }[place];
  const consequence =
    place === 'none'
      ? `the host moves from node ${current} to ${version}`
      : `the service promises to run on node ${short(version)} and newer, and no longer on ${current}`;
  return { change, consequence };
}

function chosen(answer: Resolved, name: string): string {
  const version = Object.hasOwn(answer.versions, name) ? ` ${answer.versions[name]}` : '';
  return `\`${name}\`${version}`;
}
