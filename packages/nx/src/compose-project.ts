import {
  type Asked,
  composedText,
  type GenerationWords,
  plain,
  planText,
  readGeneration,
  readRequest,
} from '@joinery/door';
import { compose, type Plan, ProblemError } from '@joinery/engine';
import { type GeneratorCallback, getProjects, installPackagesTask, logger, type Tree } from '@nx/devkit';
import colors from 'picocolors';
import { findProject } from './find-project.ts';
import { Stopped } from './stopped.ts';
import { projectPorts } from './tree/project-ports.ts';
import { writePlan } from './tree/write-plan.ts';

/** What every generator here is told. */
export interface ProjectRequest extends Partial<Asked> {
  readonly project: string;
  /** What a feature is to generate. */
  readonly generation?: GenerationWords;
  /** Leave the package manager alone. */
  readonly skipInstall: boolean;
}

const NOTHING: Asked = { add: [], remove: [], set: [], exclude: [], tier: undefined, latest: false };

/**
 * Compose features into a project through Nx's tree. Returns what installs the packages, if any is needed.
 * Throws {@link Stopped} with a readable message when there is no plan; nothing has been written then.
 */
export async function composeProject(
  tree: Tree,
  asked: ProjectRequest,
): Promise<GeneratorCallback | undefined> {
  const { root, plan } = await planProject(tree, asked);
  logger.info(`\n${planText(plan, colors)}`);
  writePlan(tree, root, plan);
  if (!plan.install.needed || asked.skipInstall) return undefined;
  return () => installPackagesTask(tree, true, '', plan.install.manager);
}

async function planProject(
  tree: Tree,
  { project, generation, ...asked }: ProjectRequest,
): Promise<{ readonly root: string; readonly plan: Plan }> {
  try {
    const root = findProject(getProjects(tree), project);
    const ports = projectPorts(tree, root);
    const request = readRequest({ ...NOTHING, ...asked });
    const generated = generation === undefined ? [] : [await readGeneration(generation, ports.catalog)];
    const composed = await compose({ ...request, add: [...request.add, ...generated] }, ports);
    if (composed.kind !== 'plan') throw new Stopped(composedText(composed, plain));
    return { root, plan: composed };
  } catch (error) {
    if (error instanceof ProblemError) throw new Stopped(composedText(error.problem, plain));
    throw error;
  }
}
