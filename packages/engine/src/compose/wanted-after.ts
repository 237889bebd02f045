import type { Tier } from '@joinery/kit';
import type { Lockfile } from '../lockfile/lockfile.ts';
import { EXIT, ProblemError } from '../problem.ts';
import type { Wanted, WantedFeature } from '../wanted/wanted.ts';
import { nearest } from '../words/nearest.ts';
import type { ComposeRequest, FeatureRequest } from './request.ts';
import { withEntry } from './with-entry.ts';

/**
 * What is wanted once a request is granted: what joinery.json says, with the request's features added and taken out.
 * Throws ProblemError `not-installed` when a feature to remove is not there, `still-needed` when another needs it.
 */
export function wantedAfter(
  before: Wanted,
  lock: Lockfile,
  request: ComposeRequest,
): Wanted & { readonly tier: Tier } {
  const added = request.add.map((one) => [one.name, merged(before.features[one.name], one)] as const);
  const features = { ...before.features, ...Object.fromEntries(added) };
  for (const name of request.remove) {
    if (!Object.hasOwn(features, name)) throw notRemovable(name, before, lock);
    delete features[name];
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

function notRemovable(name: string, before: Wanted, lock: Lockfile): ProblemError {
  if (Object.hasOwn(lock.features, name)) {
    return new ProblemError({
      kind: 'problem',
      id: 'still-needed',
      exitCode: EXIT.unresolved,
      found: `\`${name}\` is here because other features need it; it was not asked for by itself.`,
      todo: `Remove the features that need it (\`joinery why ${name}\` names them), and it goes with them.`,
    });
  }
  const close = nearest(name, Object.keys(before.features));
  const hint = close.length === 0 ? '' : ` The nearest: ${close.map((one) => `\`${one}\``).join(', ')}.`;
  return new ProblemError({
    kind: 'problem',
    id: 'not-installed',
    exitCode: EXIT.error,
    found: `There is no feature \`${name}\` in this service.${hint}`,
    todo: '`joinery list` marks the installed ones.',
  });
}
