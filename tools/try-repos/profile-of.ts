import { diskTree } from '@joinery/catalog';
import { ProblemError, profile, readWanted } from '@joinery/engine';

/** What Joinery takes a service for, in a few words. */
export function profileOf(folder: string): string {
  try {
    const tree = diskTree(folder);
    const host = profile(tree, readWanted(tree).profile);
    const framework =
      host.framework === undefined ? 'no framework' : Object.values(host.framework.value).join(' ');
    const modules = host.moduleSystem.value === 'esm' ? 'ESM' : 'CommonJS';
    return [framework, modules, host.entry?.value ?? 'no entry', host.packageManager.value].join(', ');
  } catch (error) {
    if (error instanceof ProblemError) return `\`${error.problem.id}\``;
    throw error;
  }
}
