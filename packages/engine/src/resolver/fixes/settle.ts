import { TIERS } from '@joinery/kit';
import semver from 'semver';
import { selection } from '../answer/selection.ts';
import type { ResolveRequest } from '../request.ts';
import type { Attempt } from '../solve.ts';
import { answers, satisfies } from '../universe/answers.ts';
import { tableOf } from '../universe/universe-index.ts';
import type { Concession } from './concession.ts';
import type { Workshop } from './workshop.ts';

/** A concession made concrete: the request to make instead. Best first. */
export function settle(
  { index }: Pick<Workshop, 'index'>,
  request: ResolveRequest,
  concession: Concession,
  conceded: Attempt,
): readonly ResolveRequest[] {
  const { name } = concession;
  switch (concession.kind) {
    case 'without':
      return [{ ...request, features: omit(request.features, name) }];
    case 'allow':
      return [{ ...request, exclude: (request.exclude ?? []).filter((excluded) => excluded !== name) }];
    case 'any-version':
      return ranges(index, request, name, conceded).map((range) => ({
        ...request,
        features: { ...omit(request.features, name), ...Object.fromEntries([[name, range]]) },
      }));
    case 'any-tier':
      return otherTiers(request).map((tier) => ({ ...request, tier }));
    case 'any-host':
      return [
        ...hostVersions(index, request, name, conceded).map((version) => ({
          ...request,
          host: { ...omit(request.host ?? {}, name), ...Object.fromEntries([[name, version]]) },
        })),
        ...(isInTheWay(index, name, conceded) ? [{ ...request, host: omit(request.host ?? {}, name) }] : []),
      ];
  }
}

/** The same major as was asked for, if that has versions at all; then what was chosen when any would do. */
function ranges(
  index: Workshop['index'],
  request: ResolveRequest,
  feature: string,
  conceded: Attempt,
): readonly string[] {
  const table = tableOf(index, feature);
  if (table === undefined) return answers(index, feature, '*').length > 0 ? ['*'] : [];
  const chosen = table.versions[selection(conceded).get(feature) ?? -1];
  const major = semver.minVersion(request.features[feature] ?? '*')?.major;
  const sameMajor = table.parsed.filter(
    (version) => version.major === major && version.prerelease.length === 0,
  );
  const near = sameMajor.at(-1);
  const wider = near === undefined || semver.major(chosen ?? '0.0.0') === major ? [] : [`${major}.x`];
  return chosen === undefined ? wider : [...wider, `^${chosen}`];
}

/** Upwards first: who asks for more wants more. */
function otherTiers({ tier }: ResolveRequest): readonly (typeof TIERS)[number][] {
  const at = tier === undefined ? -1 : TIERS.indexOf(tier);
  return [...TIERS.slice(at + 1), ...TIERS.slice(0, Math.max(0, at)).reverse()];
}

/** Lowest versions that everything chosen accepts; upgrades first. */
function hostVersions(
  index: Workshop['index'],
  request: ResolveRequest,
  name: string,
  conceded: Attempt,
): readonly string[] {
  const needs = [...selection(conceded)].flatMap(([feature, version]) => {
    const host = tableOf(index, feature)?.entries[version]?.host;
    return host !== undefined && Object.hasOwn(host, name) ? [host[name] ?? '*'] : [];
  });
  const lowest = needs.flatMap((range) =>
    range.split('||').flatMap((part) => semver.minVersion(part.trim())?.version ?? []),
  );
  const fitting = [...new Set(lowest)].filter((version) => needs.every((range) => satisfies(version, range)));
  const current = request.host?.[name] ?? '0.0.0';
  const upgrades = fitting.filter((version) => semver.gt(version, current)).sort(semver.compare);
  const downgrades = fitting.filter((version) => semver.lt(version, current)).sort(semver.rcompare);
  return [...upgrades, ...downgrades].slice(0, 3);
}

/** Whether a package of the host conflicts with what is chosen; then the host can do without it. */
function isInTheWay(index: Workshop['index'], name: string, conceded: Attempt): boolean {
  return [...selection(conceded)].some(([feature, version]) =>
    Object.hasOwn(tableOf(index, feature)?.entries[version]?.conflicts ?? {}, name),
  );
}

function omit<T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}
