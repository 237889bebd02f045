import { BASE_FOLDER, LOCKFILE } from '@joinery/engine';

/** Whether a file is Joinery's own record, which nobody edits and nobody can be sensibly asked about. */
export function isOwnState(path: string): boolean {
  return path === LOCKFILE || path.startsWith(`${BASE_FOLDER}/`);
}
