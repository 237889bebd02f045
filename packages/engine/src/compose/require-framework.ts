import type { Profile } from '@joinery/kit';
import { EXIT, ProblemError } from '../problem.ts';
import type { Feature } from './feature.ts';

/** Throw ProblemError `unsupported-framework` when a chosen feature has no code for the host's framework. */
export function requireFramework(features: readonly Feature[], host: Profile): void {
  const framework = host.framework;
  if (framework === undefined) return;
  const { name } = framework.value;
  const without = features.filter(
    ({ manifest }) => manifest.frameworks && !manifest.frameworks.includes(name),
  );
  if (without.length === 0) return;
  const names = without.map((feature) => `\`${feature.name}\``).join(', ');
  throw new ProblemError({
    kind: 'problem',
    id: 'unsupported-framework',
    exitCode: EXIT.unresolved,
    found: `This service uses ${name}, which ${names} ${without.length === 1 ? 'does' : 'do'} not support.`,
    todo: '`joinery info <feature>` names the frameworks of a feature.',
    places: [framework.evidence],
  });
}
