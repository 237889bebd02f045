import type { OpenWindow } from '../../terminal/window.ts';
import type { Size } from '../state/state.ts';
import { keysIn } from './made-up.ts';

/** What to do once a screen shows something: press keys, change the window, or end the input. */
export interface Act {
  readonly when: string;
  readonly press?: readonly string[];
  readonly resize?: Size;
  readonly gone?: true;
}

/** A window without a terminal, at which somebody follows a script. */
export function scriptedWindow(acts: readonly Act[], size: Size = { columns: 80, rows: 24 }) {
  const screens: string[] = [];
  const left = [...acts];
  let closed = 0;
  const open: OpenWindow = async (listener) => ({
    size,
    draw: (lines) => {
      const screen = lines.join('\n');
      screens.push(screen);
      const [act] = left;
      if (act === undefined || !screen.includes(act.when)) return;
      left.shift();
      for (const key of (act.press ?? []).flatMap(keysIn)) listener.key(key);
      if (act.resize !== undefined) listener.resized(act.resize);
      if (act.gone) listener.gone();
    },
    close: () => {
      closed += 1;
    },
  });
  return { open, screens, left, closed: () => closed };
}
