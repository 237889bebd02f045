import { type Paint, plain } from '@joinery/door';
import colors from 'picocolors';
import { errorCode } from '../transaction/disk.ts';
import type { Terminal } from './terminal.ts';

/** The terminal that the process runs in. Questions are only asked when both ends are one. */
export function realTerminal(): Terminal {
  // Whoever reads may stop reading: `joinery list | head -1`.
  process.stdout.on('error', (error) => {
    if (errorCode(error) !== 'EPIPE') throw error;
  });
  const isTerminal = process.stdout.isTTY === true && process.stdin.isTTY === true;
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    paint: process.stdout.isTTY === true ? colours() : plain,
    interactive: isTerminal && process.env.CI === undefined,
    confirm: async (question) => {
      const { confirm, isCancel } = await import('@clack/prompts');
      const answer = await confirm({ message: question });
      return isCancel(answer) ? undefined : answer;
    },
    choose: async (question, choices) => {
      const { isCancel, select } = await import('@clack/prompts');
      const options = choices.map((label, value) => ({ label, value }));
      const answer = await select({ message: question, options });
      return isCancel(answer) ? undefined : answer;
    },
  };
}

/** picocolors minds NO_COLOR, FORCE_COLOR and dumb terminals by itself. */
function colours(): Paint {
  const { bold, dim, red, green, yellow, cyan } = colors;
  return { bold, dim, red, green, yellow, cyan };
}
