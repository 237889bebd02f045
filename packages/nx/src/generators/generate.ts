import type { Json } from '@joinery/kit';
import type { GeneratorCallback, Tree } from '@nx/devkit';
import { composeProject } from '../compose-project.ts';

export interface GenerateOptions {
  readonly name: string;
  readonly project: string;
  /** `@joinery/ddd-aggregate:aggregate`: what `nx g` names; a constant of its schema. */
  readonly generator: string;
  readonly tier?: string;
  readonly skipInstall?: boolean;
  readonly [argument: string]: Json | undefined;
}

/** `nx g @joinery/ddd-aggregate:aggregate Order`: the generator behind everything that features generate. */
export function generateGenerator(
  tree: Tree,
  { name, project, generator, tier, skipInstall = false, ...given }: GenerateOptions,
): Promise<GeneratorCallback | undefined> {
  const words = Object.entries(given).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)] as const],
  );
  const generation = { what: generator, name, arguments: Object.fromEntries(words) };
  return composeProject(tree, { project, generation, tier, skipInstall });
}

export default generateGenerator;
