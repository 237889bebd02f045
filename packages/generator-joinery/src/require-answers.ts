import { EXIT, type Plan, type Problem } from '@joinery/engine';
import { isOwnState } from './own-state.ts';

/**
 * Yeoman asks about every file of the service that would change. Without a terminal nobody answers, and a run that waits
 * forever, or writes half of a plan, helps nobody.
 */
export function requireAnswers(plan: Plan): Problem | undefined {
  const files = plan.changes
    .filter(({ kind, path }) => kind !== 'create' && !isOwnState(path))
    .map(({ path }) => path);
  if (files.length === 0) return undefined;
  return {
    kind: 'problem',
    id: 'nobody-to-ask',
    exitCode: EXIT.error,
    found: 'Files of the service would change, and without a terminal nobody can be asked about them.',
    todo: 'Run the command again with `--force` to agree to all of them, or with `--dry-run` to see them.',
    places: files,
  };
}
