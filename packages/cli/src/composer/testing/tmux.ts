import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A pseudo-terminal with somebody at its keyboard. */
export interface Pane {
  /** Press keys by tmux's names: `Enter`, `C-c`, `Space`, or type letters. */
  press(...keys: readonly string[]): void;
  resize(columns: number, rows: number): void;
  /** The screen as text. */
  screen(): string;
  /** The screen with the codes of its colours. */
  colours(): string;
  /** Wait until the screen shows a text, and return it. Throws with the screen when it does not come. */
  shows(text: string | RegExp): Promise<string>;
  close(): void;
}

/** How long a busy machine may need to show something. */
const PATIENCE = 120_000;

/** Open a terminal of its own server, in a folder, with nothing but these variables. */
export function openPane(
  folder: string,
  env: Readonly<Record<string, string>>,
  { columns = 80, rows = 24 }: { readonly columns?: number; readonly rows?: number } = {},
): Pane {
  const socket = join(realpathSync(mkdtempSync(join(tmpdir(), 'pane-'))), 'tmux');
  const whole = { PATH: process.env.PATH ?? '', HOME: folder, LANG: 'C.UTF-8', ...env };
  const tmux = (...words: readonly string[]) =>
    execFileSync('tmux', ['-S', socket, '-f', '/dev/null', ...words], { encoding: 'utf8', env: whole });
  const term = env.TERM === undefined ? [] : [`export TERM=${env.TERM};`];
  const shell = `${term.join('')}export PS1='$ ' HISTFILE=/dev/null; exec bash --norc --noprofile`;
  tmux('new-session', '-d', '-x', String(columns), '-y', String(rows), '-c', folder, shell);
  const screen = () => tmux('capture-pane', '-p');
  return {
    press: (...keys) => {
      tmux('send-keys', ...keys);
    },
    resize: (width, height) => {
      tmux('resize-window', '-x', String(width), '-y', String(height));
    },
    screen,
    colours: () => tmux('capture-pane', '-p', '-e'),
    shows: async (text) => {
      for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(100)) {
        const shown = screen();
        if (typeof text === 'string' ? shown.includes(text) : text.test(shown)) return shown;
      }
      throw new Error(`\`${text}\` is not shown, but:\n${screen()}`);
    },
    close: () => {
      tmux('kill-server');
      rmSync(join(socket, '..'), { recursive: true, force: true });
    },
  };
}
