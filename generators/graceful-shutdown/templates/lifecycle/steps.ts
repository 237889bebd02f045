/** Something to do once the server listens. The steps that `announce` run when all others are done. */
export interface StartStep {
  readonly name: string;
  readonly stage?: 'open' | 'announce';
  readonly run: () => unknown;
}

/**
 * Something to do while the process ends: `announce` at the signal, `close` when the last request has been answered
 * (the last one registered first), `flush` at the very end, all at once.
 */
export interface ShutdownStep {
  readonly name: string;
  readonly stage: 'announce' | 'close' | 'flush';
  readonly run: () => unknown;
}

/** No step may hold up the ones behind it for longer. */
const STEP_TIMEOUT_MS = 2_000;

/** Check the types of a list of start steps. */
export function startSteps(steps: readonly StartStep[]): readonly StartStep[] {
  return steps;
}

/** Check the types of a list of shutdown steps. */
export function shutdownSteps(steps: readonly ShutdownStep[]): readonly ShutdownStep[] {
  return steps;
}

export function orderedByStage(
  steps: readonly ShutdownStep[],
): Readonly<Record<ShutdownStep['stage'], readonly ShutdownStep[]>> {
  return {
    announce: steps.filter((step) => step.stage === 'announce'),
    close: steps.filter((step) => step.stage === 'close').reverse(),
    flush: steps.filter((step) => step.stage === 'flush'),
  };
}

/** Run one step after the other. One that fails or hangs is logged and left behind. */
export async function runSteps(
  steps: readonly ShutdownStep[],
  log: (message: string) => void,
): Promise<void> {
  for (const { name, run } of steps) {
    const outcome = await within(STEP_TIMEOUT_MS, Promise.resolve().then(run));
    if (outcome === 'late') log(`step ${name} was not done after ${STEP_TIMEOUT_MS} ms`);
    else if (outcome !== 'done') log(`step ${name} failed: ${outcome.message}`);
  }
}

/** Wait for the work, but no longer than this. */
export async function within(
  milliseconds: number,
  work: Promise<unknown>,
): Promise<'done' | 'late' | Error> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds);
  });
  const outcome = work.then(
    () => 'done' as const,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  try {
    return await Promise.race([outcome, late]);
  } finally {
    clearTimeout(timer);
  }
}
