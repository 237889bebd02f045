import {
  type Asked,
  composedText,
  type GenerationWords,
  plain,
  planText,
  readGeneration,
  readRequest,
  settledPlan,
} from '@joinery/door';
import { type ComposePorts, compose, type FeatureRequest, type Plan, ProblemError } from '@joinery/engine';
import { type GeneratorCallback, getProjects, installPackagesTask, logger, type Tree } from '@nx/devkit';
import colors from 'picocolors';
import { findProjects } from './find-projects.ts';
import { NOTHING_ASKED } from './nothing-asked.ts';
import { Stopped } from './stopped.ts';
import { projectPorts } from './tree/project-ports.ts';
import { writePlan } from './tree/write-plan.ts';

/** What every generator here is told. */
export interface ProjectRequest extends Partial<Asked> {
  /** A project, several separated by commas, or `tag:backend`. */
  readonly project: string;
  /** What a feature is to generate. */
  readonly generation?: GenerationWords;
  /** Leave the package manager alone. */
  readonly skipInstall: boolean;
}

/**
 * Compose features into a project, or into several, through Nx's tree. Returns what installs the packages, if any is needed.
 * Throws {@link Stopped} with a readable message when there is no plan for one of them; nothing has been written then.
 */
export async function composeProject(
  tree: Tree,
  asked: ProjectRequest,
): Promise<GeneratorCallback | undefined> {
  const plans: Plan[] = [];
  for (const root of rootsOf(tree, asked.project)) {
    const plan = await planProject(tree, root, asked);
    logger.info(`\n${planText(plan, colors)}`);
    writePlan(tree, root, plan);
    plans.push(plan);
  }
  const [needing] = plans.filter(({ install }) => install.needed);
  if (needing === undefined || asked.skipInstall) return undefined;
  return () => installPackagesTask(tree, true, '', needing.install.manager);
}

function rootsOf(tree: Tree, words: string): readonly string[] {
  return stopping(() => findProjects(getProjects(tree), words));
}

async function planProject(
  tree: Tree,
  root: string,
  { project, generation, ...asked }: ProjectRequest,
): Promise<Plan> {
  const request = stopping(() => readRequest({ ...NOTHING_ASKED, ...asked }));
  const ports = projectPorts(tree, root);
  const add = [...request.add, ...(await generated(generation, ports))];
  const composed = settledPlan(await compose({ ...request, add }, ports));
  if (composed.kind !== 'plan') throw new Stopped(composedText(composed, plain));
  return composed;
}

async function generated(
  words: GenerationWords | undefined,
  { catalog }: ComposePorts,
): Promise<readonly FeatureRequest[]> {
  if (words === undefined) return [];
  try {
    return [await readGeneration(words, catalog)];
  } catch (error) {
    return stopping(() => {
      throw error;
    });
  }
}

function stopping<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof ProblemError) throw new Stopped(composedText(error.problem, plain));
    throw error;
  }
}
