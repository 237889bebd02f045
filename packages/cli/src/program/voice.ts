import type { Terminal } from '../terminal/terminal.ts';

/** How much a run says besides its answer. */
export type Voice = 'quiet' | 'normal' | 'verbose';

/** What the words of a command ask for; with `--json` nothing but the answer is said. */
export function voiceOf(args: readonly string[]): Voice {
  if (args.includes('--quiet') || args.includes('-q') || args.includes('--json')) return 'quiet';
  return args.includes('--verbose') ? 'verbose' : 'normal';
}

/**
 * A terminal that speaks in a voice. A quiet one shows neither progress nor, where `--yes` has settled all questions, the
 * plan and the receipt; a verbose one says how long it has been when a step begins.
 */
export function voiced(
  terminal: Terminal,
  voice: Voice,
  args: readonly string[],
  now: () => number,
): Terminal {
  const began = now();
  if (voice === 'quiet') {
    const settled = !args.includes('--json') && (args.includes('--yes') || args.includes('-y'));
    return { ...terminal, progress: () => {}, busy: () => () => {}, ...(settled ? { out: () => {} } : {}) };
  }
  const say = (text: string) => terminal.err(`${terminal.paint.dim(text)}\n`);
  if (voice === 'normal') return { ...terminal, progress: (step) => say(`${step} …`) };
  const timed = (step: string) => say(`${((now() - began) / 1000).toFixed(2).padStart(6)} s  ${step} …`);
  return {
    ...terminal,
    progress: timed,
    busy: (step) => {
      timed(step);
      return () => {};
    },
  };
}
