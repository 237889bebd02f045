import { linesOf } from './eol.ts';

/** One instruction of a Dockerfile, its continued lines and here-documents included. */
export interface Instruction {
  /** In capitals: `FROM`. */
  readonly name: string;
  readonly start: number;
  /** Before the line break of its last line. */
  readonly end: number;
}

/** The instructions of the last stage, which is the one that runs; `undefined` when there is no stage. */
export function lastStage(text: string): readonly Instruction[] | undefined {
  const all = instructionsOf(text);
  const from = all.findLastIndex(({ name }) => name === 'FROM');
  return from === -1 ? undefined : all.slice(from);
}

/** Read a Dockerfile: comments, the escape directive, continued lines and here-documents are understood. */
export function instructionsOf(text: string): readonly Instruction[] {
  const escapeMark = /^(?:\uFEFF)?(?:#[^\n]*\n)*?#\s*escape\s*=\s*`/i.test(text) ? '`' : '\\';
  const lines = linesOf(text);
  const found: Instruction[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    const name = /^\s*([A-Za-z]+)(?=\s|$)/.exec(line?.text.replace(/^\uFEFF/, '') ?? '')?.[1];
    if (line === undefined || name === undefined) {
      index += 1;
      continue;
    }
    const last = endOfInstruction(lines, index, escapeMark);
    const end = lines[last];
    if (end !== undefined)
      found.push({ name: name.toUpperCase(), start: line.start, end: end.start + end.text.length });
    index = last + 1;
  }
  return found;
}

type Lines = ReturnType<typeof linesOf>;

/** The index of an instruction's last line. */
function endOfInstruction(lines: Lines, first: number, escapeMark: string): number {
  let index = first;
  while (continues(lines, index, escapeMark, first)) index += 1;
  const words = lines
    .slice(first, index + 1)
    .map(({ text }) => text)
    .join('\n');
  for (const [, dash, , word] of words.matchAll(/<<(-?)(["']?)([A-Za-z_]\w*)\2/g)) {
    const close = lines.findIndex(({ text }, at) => {
      return at > index && (dash === '-' ? text.replace(/^\t+/, '') : text) === word;
    });
    if (close !== -1) index = close;
  }
  return index;
}

/** A line goes on when it ends with the escape; comments and empty lines inside are skipped. */
function continues(lines: Lines, index: number, escapeMark: string, first: number): boolean {
  if (lines[index + 1] === undefined) return false;
  const text = lines[index]?.text ?? '';
  const skipped = index > first && (/^\s*#/.test(text) || text.trim() === '');
  return skipped || text.trimEnd().endsWith(escapeMark);
}
