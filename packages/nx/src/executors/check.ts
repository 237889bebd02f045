import { join } from 'node:path';
import { composedText, findService, openService, plain, readRequest } from '@joinery/door';
import { compose, ProblemError } from '@joinery/engine';
import { type ExecutorContext, logger } from '@nx/devkit';
import { NOTHING_ASKED } from '../nothing-asked.ts';
import { TOOL } from '../tree/project-ports.ts';

/** `nx run api:joinery:check`: succeed when there is nothing to do to bring the project to what its joinery.json says. */
export default async function check(
  _options: Readonly<Record<string, never>>,
  context: Pick<ExecutorContext, 'root' | 'projectName' | 'projectsConfigurations'>,
): Promise<{ readonly success: boolean }> {
  try {
    const project = context.projectsConfigurations.projects[context.projectName ?? ''];
    const service = findService(join(context.root, project?.root ?? '.'), undefined);
    const ports = openService(service, { tool: TOOL, catalogs: [] });
    const composed = await compose(readRequest(NOTHING_ASKED), ports);
    if (composed.kind === 'plan' && composed.changes.length === 0) return { success: true };
    logger.error(composedText(composed, plain));
    return { success: false };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    logger.error(composedText(error.problem, plain));
    return { success: false };
  }
}
