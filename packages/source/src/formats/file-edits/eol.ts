/** The line break of a text: that of its first line, or LF. */
export function eolOf(text: string): '\n' | '\r\n' {
  return /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
}

/** Every line: where it starts, and its text without the break. */
export function linesOf(text: string): readonly { readonly start: number; readonly text: string }[] {
  return [...text.matchAll(/[^\n]*\n|[^\n]+/g)].map((match) => ({
    start: match.index,
    text: match[0].replace(/\r?\n$/, ''),
  }));
}
