import type { PlatformModel } from '@joinery/engine';
import { type Code, code, join } from '@joinery/kit';

/** Statements that follow a server's life when no feature supervises it; `server` is what it is called. */
export function followServer(model: PlatformModel, server: string, indent: string): Code {
  const start = event(
    server,
    'listening',
    model.start.map((each) => each.run),
    indent,
  );
  const order = ['announce', 'close', 'flush'];
  const steps = [...model.shutdown].sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage));
  const end = event(
    server,
    'close',
    steps.map((each) => each.run),
    indent,
  );
  return join([...start, ...end], '\n');
}

function event(server: string, name: string, runs: readonly Code[], indent: string): readonly Code[] {
  if (runs.length === 0) return [];
  const calls = runs.map((run) => code`${indent}  runStep(${run});`);
  return [code`${indent}${server}.once('${name}', () => {\n${join(calls, '\n')}\n${indent}});`];
}

/** The function that {@link followServer} calls. */
export const RUN_STEP = code`/** Run a step of start or shutdown; a failure is reported and stops nothing else. */
function runStep(step: () => void | Promise<void>): void {
  Promise.resolve()
    .then(step)
    .catch((error: unknown) => process.emitWarning(error instanceof Error ? error : String(error)));
}`;
