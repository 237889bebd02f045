import { type Composed, type ComposePorts, type ComposeRequest, compose, takeFix } from '@joinery/engine';
import { answerNoPlan } from '../program/answer.ts';
import { type ApplyOptions, calledOf } from '../program/options.ts';
import type { World } from '../program/world.ts';

/**
 * Compose; with `--fix`, let somebody at the terminal take one of the fixes of a conflict, and compose again.
 * None is ever taken without being chosen.
 */
export async function settle(
  request: ComposeRequest,
  ports: ComposePorts,
  options: ApplyOptions,
  world: World,
): Promise<Composed> {
  const { terminal } = world;
  const over = terminal.busy?.('Working out the plan');
  const composed = await compose({ ...request, called: calledOf(world, options) }, ports);
  over?.();
  if (composed.kind !== 'unsolvable' || options.fix !== true) return composed;
  if (options.json === true || !terminal.interactive) return composed;
  const fixes = composed.resolution.fixes.flatMap((fix) => {
    const taken = takeFix(composed.unsolved, fix);
    return taken === undefined ? [] : [{ text: `${fix.change}: ${fix.consequence}`, taken }];
  });
  if (fixes.length === 0) return composed;
  answerNoPlan(composed, false, terminal);
  const choice = await terminal.choose(
    'Take one of these fixes?',
    fixes.map(({ text }) => text),
  );
  const chosen = choice === undefined ? undefined : fixes[choice];
  return chosen === undefined ? cancelled : compose(chosen.taken, ports);
}

const cancelled = {
  kind: 'problem',
  id: 'cancelled',
  exitCode: 130,
  found: 'Cancelled; nothing was written.',
  todo: 'Run the command again to choose a fix.',
} as const;
