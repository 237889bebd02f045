import { createInterface, type Interface, type Key as ReadlineKey } from 'node:readline';
import { cursor, erase } from 'sisteransi';
import type { Key } from '../composer/state/key.ts';
import type { Size } from '../composer/state/state.ts';
import type { Window, WindowListener } from './window.ts';

const ENTER = '\u001b[?1049h';
const LEAVE = '\u001b[?1049l';

/** Milliseconds after which a lone Escape is one, and not the beginning of an arrow key. */
const ESCAPE_MS = 50;

/** Take the terminal's other screen, so that nothing is left on the first one. Node's readline tells the keys. */
export function openFullScreen(listener: WindowListener): Window {
  const { stdin, stdout } = process;
  const reader = createInterface({
    input: stdin,
    terminal: true,
    historySize: 0,
    escapeCodeTimeout: ESCAPE_MS,
  });
  const stop = listen(reader, listener);
  let shown: readonly string[] = [];
  let open = true;
  stdout.write(ENTER + cursor.hide + erase.screen);
  const close = () => {
    if (!open) return;
    open = false;
    stop();
    reader.close();
    stdin.pause();
    stdout.write(cursor.show + LEAVE);
  };
  process.once('exit', close);
  return {
    get size() {
      return sizeOf(stdout);
    },
    draw: (lines) => {
      if (!open) return;
      stdout.write(changes(shown, lines));
      shown = lines;
    },
    close: () => {
      process.off('exit', close);
      close();
    },
  };
}

/** Only what differs is written: less to send over a slow line, and nothing flickers. */
function changes(before: readonly string[], after: readonly string[]): string {
  const anew = before.length !== after.length;
  const rows = after.flatMap((line, row) =>
    !anew && before[row] === line ? [] : [toRow(row) + erase.line + line],
  );
  return (anew ? erase.screen : '') + rows.join('');
}

/** The first row and column are 1. */
function toRow(row: number): string {
  return `\u001b[${row + 1};1H`;
}

function listen(reader: Interface, listener: WindowListener): () => void {
  const { stdin, stdout } = process;
  const onKey = (text: string | undefined, key: ReadlineKey) => listener.key(keyOf(text, key));
  const onResize = () => listener.resized(sizeOf(stdout));
  const gone = () => listener.gone();
  stdin.on('keypress', onKey);
  stdout.on('resize', onResize);
  // With a listener, readline leaves Ctrl-C to us instead of closing.
  reader.on('SIGINT', () => {}).on('close', gone);
  process.on('SIGTERM', gone).on('SIGHUP', gone);
  return () => {
    stdin.off('keypress', onKey);
    stdout.off('resize', onResize);
    reader.off('close', gone);
    process.off('SIGTERM', gone).off('SIGHUP', gone);
  };
}

function keyOf(text: string | undefined, { name, ctrl, meta, sequence }: ReadlineKey): Key {
  const letter = text ?? sequence ?? '';
  const typed = ctrl !== true && meta !== true && /^[^\p{Cc}]+$/u.test(letter) && name !== 'space';
  return {
    name: name === 'enter' ? 'return' : (name ?? letter),
    ...(typed ? { text: letter } : {}),
    ...(ctrl === true ? { ctrl } : {}),
  };
}

function sizeOf(stdout: NodeJS.WriteStream): Size {
  return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
}
