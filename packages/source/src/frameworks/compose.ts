import { type ComposePlatform, EXIT, ProblemError } from '@joinery/engine';
import { ADAPTERS } from './adapters.ts';

/** Render the composition root for the host's framework. */
export const compose: ComposePlatform = (model, profile) => {
  const name = profile.framework?.value.name;
  const adapter = name && ADAPTERS[name];
  if (adapter !== undefined) return adapter.compose(model, profile);
  throw new ProblemError({
    kind: 'problem',
    id: 'framework-not-supported',
    exitCode: EXIT.refused,
    found: `No composition root can be rendered for ${name ?? 'a service without a known framework'}.`,
    todo: 'Name the framework as `profile.framework` in joinery.json.',
  });
};
