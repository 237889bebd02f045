import type { Key } from '../composer/state/key.ts';
import type { Size } from '../composer/state/state.ts';

/** The whole terminal, drawn on line by line and given back as it was. */
export interface Window {
  readonly size: Size;
  /** Show exactly these lines, from the top. Lines are painted and no wider than the window. */
  draw(lines: readonly string[]): void;
  /** Give the terminal back. May be called again. */
  close(): void;
}

export interface WindowListener {
  key(key: Key): void;
  resized(size: Size): void;
  /** Nobody can press a key any more: the input ended, or the process is told to stop. */
  gone(): void;
}

export type OpenWindow = (listener: WindowListener) => Promise<Window>;
