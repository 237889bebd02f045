import type { Paint } from '@joinery/door';
import colors from 'picocolors';
import { errorCode } from '../transaction/disk.ts';
import type { Terminal } from './terminal.ts';
import type { Window, WindowListener } from './window.ts';

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
    busy,
    paint: colours(process.stdout.isTTY === true),
    interactive: isTerminal && process.env.CI === undefined,
    confirm: canPlaceText(process.env) ? confirm : confirmInLines,
    choose: canPlaceText(process.env) ? choose : chooseInLines,
    ask,
    ...(canPlaceText(process.env) ? { openWindow } : {}),
  };
}

/** One line that goes away again; only where somebody looks. */
function busy(step: string): () => void {
  if (process.stderr.isTTY !== true || !canPlaceText(process.env)) return () => {};
  process.stderr.write(`${step} …`);
  return () => process.stderr.write('\r\u001b[K');
}

async function confirm(question: string): Promise<boolean | undefined> {
  const { confirm, isCancel } = await import('@clack/prompts');
  const answer = await confirm({ message: question });
  return isCancel(answer) ? undefined : answer;
}

async function confirmInLines(question: string): Promise<boolean | undefined> {
  const answer = await ask(`${question} (y or n): `);
  return answer === undefined ? undefined : /^y/i.test(answer.trim());
}

async function choose(question: string, choices: readonly string[]): Promise<number | undefined> {
  const { isCancel, select } = await import('@clack/prompts');
  const options = choices.map((label, value) => ({ label, value }));
  const answer = await select({ message: question, options });
  return isCancel(answer) ? undefined : answer;
}

async function chooseInLines(question: string, choices: readonly string[]): Promise<number | undefined> {
  const list = choices.map((label, index) => `  ${index + 1}. ${label}\n`).join('');
  const answer = await ask(`${list}${question} Its number, or Enter for none: `);
  const index = Number(answer?.trim() || 0) - 1;
  return choices[index] === undefined ? undefined : index;
}

async function ask(question: string): Promise<string | undefined> {
  const { askLine } = await import('./ask-line.ts');
  return askLine(question);
}

async function openWindow(listener: WindowListener): Promise<Window> {
  const { openFullScreen } = await import('./full-screen.ts');
  return openFullScreen(listener);
}

/** `ACCESSIBLE` is how people who use a screen reader ask for text that stays where it is. */
function canPlaceText({ TERM, ACCESSIBLE }: NodeJS.ProcessEnv): boolean {
  const accessible = ACCESSIBLE !== undefined && !['', '0', 'false'].includes(ACCESSIBLE);
  return TERM !== undefined && TERM !== '' && TERM !== 'dumb' && !accessible;
}

/** picocolors minds NO_COLOR, FORCE_COLOR and dumb terminals by itself. */
function colours(terminal: boolean): Paint {
  const { bold, dim, red, green, yellow, cyan } = terminal ? colors : colors.createColors(false);
  return { bold, dim, red, green, yellow, cyan };
}
