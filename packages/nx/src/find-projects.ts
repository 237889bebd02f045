import { EXIT, ProblemError } from '@joinery/engine';
import { findProject } from './find-project.ts';

/** Nx's name of a project → its folder and tags. */
export type TaggedProjects = ReadonlyMap<
  string,
  { readonly root: string; readonly tags?: readonly string[] }
>;

/**
 * The folders of the projects that a word names: one project, several separated by commas, or all with
 * a tag (`tag:backend`). Sorted, each once. Throws ProblemError `unknown-project` or `unknown-tag`.
 */
export function findProjects(projects: TaggedProjects, words: string): readonly string[] {
  const found = words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .flatMap((word) =>
      word.startsWith('tag:') ? tagged(projects, word.slice(4)) : [findProject(projects, word)],
    );
  return [...new Set(found)].sort();
}

function tagged(projects: TaggedProjects, tag: string): readonly string[] {
  const found = [...projects.values()].filter(({ tags = [] }) => tags.includes(tag)).map(({ root }) => root);
  if (found.length > 0) return found;
  const known = [...new Set([...projects.values()].flatMap(({ tags = [] }) => tags))].sort();
  throw new ProblemError({
    kind: 'problem',
    id: 'unknown-tag',
    exitCode: EXIT.error,
    found: `No project of this workspace has the tag \`${tag}\`.`,
    todo:
      known.length === 0
        ? 'Projects get tags in project.json, or in package.json under `nx.tags`.'
        : `Name one of ${known.map((one) => `\`${one}\``).join(', ')}.`,
  });
}
