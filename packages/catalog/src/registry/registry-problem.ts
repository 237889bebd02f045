import { EXIT, ProblemError } from '@joinery/engine';
import type { CachedDocument } from './document-cache.ts';

/** What went wrong with a package's document. */
export type RegistryFailure = {
  readonly name: string;
  readonly registry: string;
} & (
  | { readonly kind: 'not-cached' }
  | { readonly kind: 'refused'; readonly status: number }
  | {
      readonly kind: 'unreachable';
      readonly reason: string;
      readonly attempts: number;
      readonly cached: CachedDocument | undefined;
    }
);

/** Name the package, the registry and what could be used instead. */
export function registryProblem(failure: RegistryFailure): ProblemError {
  const { found, todo } = words(failure);
  return new ProblemError({
    kind: 'problem',
    id: `registry-${failure.kind}`,
    exitCode: EXIT.error,
    found,
    todo,
  });
}

function words(failure: RegistryFailure): { readonly found: string; readonly todo: string } {
  const { name, registry } = failure;
  switch (failure.kind) {
    case 'not-cached':
      return {
        found: `\`${name}\` was never fetched from ${registry}, and the network must not be asked.`,
        todo: 'Run the command once without `--offline`, or list the feature in a `--catalog` file.',
      };
    case 'refused':
      return {
        found: `${registry} refused to say what \`${name}\` is: it answered ${failure.status}.`,
        todo: 'Check the address of the registry and the access it needs.',
      };
    case 'unreachable':
      return {
        found: `\`${name}\` could not be fetched from ${registry} in ${failure.attempts === 1 ? 'one attempt' : `${failure.attempts} attempts`}: ${failure.reason}. ${kept(failure.cached)}`,
        todo:
          failure.cached === undefined
            ? 'Check the network, or list the feature in a `--catalog` file.'
            : 'Check the network, or use what is cached with `--offline`.',
      };
  }
}

function kept(cached: CachedDocument | undefined): string {
  if (cached === undefined) return 'Nothing of it is cached.';
  const versions = cached.versions.map(({ version }) => version);
  const when = new Date(cached.fetchedAt).toISOString().slice(0, 10);
  return `Cached since ${when}: ${versions.length === 0 ? 'no versions' : versions.slice(-5).join(', ')}.`;
}
