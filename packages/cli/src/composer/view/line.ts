import type { Paint } from '@joinery/door';
import stringWidth from 'fast-string-width';

/** A piece of a line, stressed in one way. */
export interface Span {
  readonly text: string;
  readonly style?: keyof Paint;
}

/** One line of the screen; a plain string is one that is not stressed. */
export type Line = string | readonly Span[];

/** Put a line in words for a terminal: cut to the width, and stressed. */
export function paintLine(line: Line, width: number, ellipsis: string, paint: Paint): string {
  let left = width;
  const spans = typeof line === 'string' ? [{ text: line }] : line;
  const whole = spans.reduce((sum, { text }) => sum + stringWidth(safe(text)), 0);
  const painted: string[] = [];
  for (const span of spans) {
    const cut = cutTo(safe(span.text), left, whole > width ? ellipsis : '');
    left -= stringWidth(cut);
    painted.push('style' in span && span.style !== undefined ? paint[span.style](cut) : cut);
    if (left <= 0) break;
  }
  return painted.join('').trimEnd();
}

/** Cut a text to a width in columns, with an ellipsis where something is lost. */
export function cutTo(text: string, width: number, ellipsis: string): string {
  if (stringWidth(text) <= width) return text;
  const room = width - stringWidth(ellipsis);
  let cut = '';
  let used = 0;
  for (const letter of text) {
    const wide = stringWidth(letter);
    if (used + wide > room) break;
    cut += letter;
    used += wide;
  }
  return room < 0 ? '' : cut + ellipsis;
}

/** Pad a text to a width in columns. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** Break a text into lines of a width, at spaces where there are any. */
export function wrap(text: string, width: number, indent = ''): readonly string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(safe(paragraph), Math.max(8, width), indent));
}

function wrapParagraph(text: string, width: number, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  // Each word with the spaces before it, so that columns stay columns.
  for (const word of text.match(/ *[^ ]+/g) ?? []) {
    if (line !== '' && stringWidth(line + word) > width) {
      lines.push(line);
      line = indent + word.trimStart();
    } else line += word;
  }
  return [...lines, line];
}

/** Texts come from strangers' packages too: a control character must not reach the terminal. */
function safe(text: string): string {
  return text.replace(/\t/g, '  ').replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd');
}
