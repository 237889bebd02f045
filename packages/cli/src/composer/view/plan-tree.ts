import { BASE_FOLDER, type Change, LOCKFILE, type Plan } from '@joinery/engine';

/** A line of the plan's tree: a folder, or a file with its change. */
export interface TreeLine {
  readonly depth: number;
  readonly label: string;
  /** Index among {@link shownChanges}; absent for a folder. */
  readonly change?: number;
}

/** The changes that people look at, in the order of the tree; Joinery's own records are only counted. */
export function shownChanges({ changes }: Plan): readonly Change[] {
  return changes.filter(({ path }) => !isOwnState(path));
}

/** How many files of Joinery's own the plan writes. */
export function ownStateCount({ changes }: Plan): number {
  return changes.filter(({ path }) => isOwnState(path)).length;
}

/** The changes as a tree of folders and files. */
export function planTree(plan: Plan): readonly TreeLine[] {
  const lines: TreeLine[] = [];
  let open: readonly string[] = [];
  shownChanges(plan).forEach(({ path }, change) => {
    const folders = path.split('/').slice(0, -1);
    let depth = 0;
    while (depth < folders.length && folders[depth] === open[depth]) depth += 1;
    for (const folder of folders.slice(depth)) {
      lines.push({ depth, label: `${folder}/` });
      depth += 1;
    }
    open = folders;
    lines.push({ depth: folders.length, label: path.split('/').at(-1) ?? path, change });
  });
  return lines;
}

function isOwnState(path: string): boolean {
  return path === LOCKFILE || path.startsWith(`${BASE_FOLDER}/`);
}
