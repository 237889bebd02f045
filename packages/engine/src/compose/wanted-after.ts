import type { Tier } from '@joinery/kit';
import type { Lockfile } from '../lockfile/lockfile.ts';
import { EXIT, ProblemError } from '../problem.ts';
import type { Wanted, WantedFeature } from '../wanted/wanted.ts';
import { nearest } from '../words/nearest.ts';
import type { ComposeRequest, FeatureRequest } from './request.ts';
import { withEntry } from './with-entry.ts';

/**
 * What is wanted once a request is granted: what joinery.json says, with the request's features added and taken out.
 * A feature that is only there because others need it can be named for removal, too: whether they still do is decided
 * later. Throws ProblemError `not-installed` when a feature to take out or to upgrade is not there.
 */
export function wantedAfter(
  before: Wanted,
  lock: Lockfile,
  request: ComposeRequest,
): Wanted & { readonly tier: Tier } {
  const added = request.add.map((one) => [one.name, merged(before.features[one.name], one)] as const);
  const features = { ...before.features, ...Object.fromEntries(added) };
  for (const name of request.remove) {
    if (!Object.hasOwn(lock.features, name)) requireWanted(name, before);
    delete features[name];
  }
  for (const name of request.upgrade ?? []) {
    if (!Object.hasOwn(lock.features, name)) requireWanted(name, before);
  }
  const tier = request.tier ?? before.tier ?? 'basic';
  return { ...before, features, tier };
}

function merged(before: WantedFeature | undefined, asked: FeatureRequest): WantedFeature {
  return {
    range: asked.range ?? before?.range ?? '*',
    options: (asked.entries ?? []).reduce(withEntry, { ...before?.options, ...asked.options }),
  };
}

function requireWanted(name: string, before: Wanted): void {
  if (Object.hasOwn(before.features, name)) return;
  const close = nearest(name, Object.keys(before.features));
  const hint = close.length === 0 ? '' : ` The nearest: ${close.map((one) => `\`${one}\``).join(', ')}.`;
  throw new ProblemError({
    kind: 'problem',
    id: 'not-installed',
    exitCode: EXIT.error,
    found: `There is no feature \`${name}\` in this service.${hint}`,
    todo: '`joinery list` marks the installed ones.',
  });
}
