/** Where the line that holds `position` starts. */
export function lineStart(text: string, position: number): number {
  const before = Math.max(text.lastIndexOf('\n', position - 1), text.lastIndexOf('\r', position - 1));
  return before + 1;
}

/** Where the line that holds `position` ends, before its line break. */
export function lineEnd(text: string, position: number): number {
  const rest = text.slice(position).search(/[\r\n]/);
  return rest === -1 ? text.length : position + rest;
}

/** The line break at `position`, or nothing. */
export function breakAt(text: string, position: number): string {
  if (text.startsWith('\r\n', position)) return '\r\n';
  const character = text[position];
  return character === '\n' || character === '\r' ? character : '';
}

/** The line break that ends the line of `position`, or else the one that starts it; none in a single line. */
export function breakNear(text: string, position: number): string | undefined {
  const after = breakAt(text, lineEnd(text, position));
  if (after !== '') return after;
  const start = lineStart(text, position);
  if (start === 0) return undefined;
  return text.startsWith('\r\n', start - 2) ? '\r\n' : text[start - 1];
}

/** The white space a line starts with. */
export function indentOf(text: string, position: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, position)))?.[0] ?? '';
}

/** Whether nothing but white space stands before `position` on its line. */
export function startsLine(text: string, position: number): boolean {
  return text.slice(lineStart(text, position), position).trim() === '';
}

/**
 * Where the comments that follow `position` on the same line end; `position` itself when code follows,
 * so that inserting at the answer separates nothing from its comment.
 */
export function endOfTrailingComments(
  text: string,
  position: number,
): { readonly end: number; readonly endsLine: boolean } {
  let at = position;
  for (;;) {
    const [space = ''] = /^[ \t]*/.exec(text.slice(at)) ?? [];
    const next = at + space.length;
    if (text.startsWith('//', next)) return { end: lineEnd(text, next), endsLine: true };
    if (text.startsWith('/*', next)) {
      at = text.indexOf('*/', next) + 2;
      continue;
    }
    if (next === text.length || breakAt(text, next) !== '') return { end: next, endsLine: true };
    return { end: position, endsLine: false };
  }
}
