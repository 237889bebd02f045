import { EXIT, nearest, ProblemError } from '@joinery/engine';

/** Nx's name of a project → its folder, from the workspace's. */
export type Projects = ReadonlyMap<string, { readonly root: string }>;

/**
 * The folder of a project named as in Nx: by its whole name, by its name without the scope when that is unique, or by
 * its folder. Throws ProblemError `unknown-project`.
 */
export function findProject(projects: Projects, name: string): string {
  const exact = projects.get(name);
  if (exact !== undefined) return exact.root;
  const folder = name.replace(/^\.\//, '').replace(/\/$/, '');
  const close = [...projects].filter(([known, { root }]) => known.endsWith(`/${name}`) || root === folder);
  const [only, another] = close;
  if (only !== undefined && another === undefined) return only[1].root;
  throw unknown(
    name,
    close.map(([known]) => known),
    [...projects.keys()],
  );
}

function unknown(name: string, meant: readonly string[], known: readonly string[]): ProblemError {
  const near = meant.length > 0 ? meant : nearest(name, known);
  const shown = near.length > 0 ? near : [...known].sort();
  const names = shown.map((one) => `\`${one}\``).join(', ');
  return new ProblemError({
    kind: 'problem',
    id: 'unknown-project',
    exitCode: EXIT.error,
    found: `There is no project \`${name}\` in this workspace.`,
    todo: names === '' ? '`nx show projects` lists what there is.' : `Name one of ${names}.`,
  });
}
