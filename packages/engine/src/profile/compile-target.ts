import type { Profile } from '@joinery/kit';
import semver from 'semver';
import { EXIT, ProblemError } from '../problem.ts';
import type { Tree } from '../tree/tree.ts';
import { readTypeScriptSettings } from './typescript-settings.ts';

/** Generated code has private fields and goes through maps, which these targets cannot. */
const TOO_OLD: readonly string[] = ['es3', 'es5'];

/** Throws ProblemError `target-too-old` when the host compiles for engines before ES2015. */
export function checkTarget(tree: Tree, { typescript }: Pick<Profile, 'typescript'>): void {
  const settings = readTypeScriptSettings(tree);
  if (settings === undefined) return;
  const assumed = settings.whole && isAssumedES5(settings.module, typescript?.value);
  const target = settings.target ?? (assumed ? 'es5' : undefined);
  if (target === undefined || !TOO_OLD.includes(target)) return;
  const says = settings.target === undefined ? 'names no `target`, which means' : 'says';
  throw new ProblemError({
    kind: 'problem',
    id: 'target-too-old',
    exitCode: EXIT.unresolved,
    found: `The generated code needs a \`target\` of ES2015 or later, and ${settings.file} ${says} \`${target}\`.`,
    todo: 'Set `compilerOptions.target` to `es2022`, which Node.js 20 runs, then run the command again.',
    places: [`${settings.file}#compilerOptions.target`],
  });
}

/** Before TypeScript 6, a project that says nothing compiles for ES5, unless its modules are those of Node.js. */
function isAssumedES5(module: string, typescript: string | undefined): boolean {
  return typescript !== undefined && semver.lt(typescript, '6.0.0') && !module.startsWith('node');
}
