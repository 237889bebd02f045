import type { Journal } from './journal.ts';

/**
 * Whether a parsed file is a journal of this version. A journal says which files to move and delete, and may have come
 * with a repository: names in it must be those that an apply gives.
 */
export function isJournal(value: unknown): value is Journal {
  if (typeof value !== 'object' || value === null) return false;
  const { schema, phase, entries, folders, modules, story } = value as Partial<Journal>;
  return (
    schema === 1 &&
    (phase === 'writing' || phase === 'installing') &&
    Array.isArray(entries) &&
    entries.every(isEntry) &&
    Array.isArray(folders) &&
    folders.every((folder) => typeof folder === 'string') &&
    (modules === null || (typeof modules === 'string' && /(?:^|\/)node_modules$/.test(modules))) &&
    isStory(story)
  );
}

function isEntry(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { path, role, image, written } = value as Readonly<Record<string, unknown>>;
  const isName = (name: unknown) => name === null || (typeof name === 'string' && /^[a-z]+-\d+$/.test(name));
  return (
    typeof path === 'string' && (role === 'changed' || role === 'guarded') && isName(image) && isName(written)
  );
}

function isStory(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { service, label, conflicts, install, end } = value as Partial<Journal['story']>;
  const record = end?.kind === 'drop' ? end.record : null;
  return (
    typeof service === 'string' &&
    typeof label === 'string' &&
    Array.isArray(conflicts) &&
    conflicts.every((path) => typeof path === 'string') &&
    (install === null || ['npm', 'pnpm', 'yarn', 'bun'].includes(install?.manager ?? '')) &&
    (end?.kind === 'keep' || end?.kind === 'drop') &&
    (record === null || /^\d{6}$/.test(record))
  );
}
