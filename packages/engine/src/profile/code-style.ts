import type { CodeStyle } from '@joinery/kit';

/** Read the style of a source file. A file too short to tell is taken to be Prettier's default with single quotes. */
export function readCodeStyle(source: string): CodeStyle {
  const lines = source.split(/\r?\n/);
  return {
    indent: indentOf(lines),
    quotes: quotesOf(lines),
    semicolons: semicolonsOf(lines),
    eol: source.includes('\r\n') ? '\r\n' : '\n',
  };
}

function indentOf(lines: readonly string[]): string {
  let smallest = 9;
  for (const line of lines) {
    if (/^\t+\S/.test(line)) return '\t';
    const width = /^( +)[^\s*]/.exec(line)?.[1]?.length ?? 9;
    if (width >= 2) smallest = Math.min(smallest, width);
  }
  return ' '.repeat(smallest === 9 ? 2 : smallest);
}

function quotesOf(lines: readonly string[]): CodeStyle['quotes'] {
  const imports = lines.filter((line) => /\bfrom\s*["']|^import\s*["']|require\(["']/.test(line));
  const counted = imports.length > 0 ? imports : lines;
  const double = counted.join('\n').split('"').length;
  const single = counted.join('\n').split("'").length;
  return double > single ? 'double' : 'single';
}

function semicolonsOf(lines: readonly string[]): CodeStyle['semicolons'] {
  const ends = lines.filter((line) => /^\s*(import|export|const|let|return)\b.*[^\s{(,=>]\s*$/.test(line));
  const closed = ends.filter((line) => line.trimEnd().endsWith(';')).length;
  return ends.length > 0 && closed * 2 < ends.length ? 'never' : 'always';
}
