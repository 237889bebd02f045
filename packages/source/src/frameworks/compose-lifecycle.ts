import type { PlatformModel } from '@joinery/engine';
import { type Code, code, join } from '@joinery/kit';
import { hasLifecycle } from './compose-parts.ts';

const START = ['open', 'announce'];
const SHUTDOWN = ['announce', 'close', 'flush'];

/** Statements that follow a server's life when no feature supervises it; `server` is what it is called. */
export function followServer(model: PlatformModel, server: string, indent: string): Code {
  const start = [...model.start].sort(byStage(START, 'open')).map((each) => each.run);
  const end = [...model.shutdown].sort(byStage(SHUTDOWN, 'close')).map((each) => each.run);
  return join([...event(server, 'listening', start, indent), ...event(server, 'close', end, indent)], '\n');
}

/** The function that {@link followServer} calls; `undefined` when a feature supervises. */
export function runStep(model: PlatformModel): Code | undefined {
  if (!hasLifecycle(model) || model.supervisor !== undefined) return undefined;
  return code`/** Run steps one after the other; one that fails is reported and keeps none of the others from running. */
async function runSteps(steps: readonly (() => void | Promise<void>)[]): Promise<void> {
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  }
}`;
}

function event(server: string, name: string, runs: readonly Code[], indent: string): readonly Code[] {
  if (runs.length === 0) return [];
  return [code`${indent}${server}.once('${name}', () => void runSteps([${runs}]));`];
}

function byStage(order: readonly string[], usual: string) {
  return (a: { readonly stage?: string }, b: { readonly stage?: string }): number =>
    order.indexOf(a.stage ?? usual) - order.indexOf(b.stage ?? usual);
}
