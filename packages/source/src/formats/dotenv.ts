import type { DotenvEntry } from '@joinery/kit';

interface Line {
  readonly text: string;
  /** Of an assignment. */
  readonly name?: string;
}

/**
 * Keep a dotenv file in step: what is wanted and missing is added in the order of `wanted`, what people wrote stays.
 * `undefined` stands for no file, as it goes in and comes out; an empty file counts as none.
 */
export function editDotenv(
  text: string | undefined,
  wanted: readonly DotenvEntry[],
  removed: readonly string[],
): string | undefined {
  const eol = text?.includes('\r\n') ? '\r\n' : '\n';
  const endsOpen = text !== undefined && text !== '' && !text.endsWith('\n');
  const before =
    text === undefined || text === '' ? [] : linesOf(endsOpen ? text : text.slice(0, -eol.length), eol);
  const lines = wanted.reduce((rest, entry) => add(rest, entry, wanted), remove(before, removed));
  if (lines.length === 0) return text === '' ? '' : undefined;
  return lines.map((each) => each.text).join(eol) + (endsOpen ? '' : eol);
}

function linesOf(text: string, eol: string): readonly Line[] {
  return text.split(eol).map((line) => {
    const name = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=/.exec(line)?.[1];
    return { text: line, ...(name === undefined ? {} : { name }) };
  });
}

function remove(lines: readonly Line[], names: readonly string[]): readonly Line[] {
  return names.reduce((rest, name) => {
    const index = rest.findIndex((each) => each.name === name);
    if (index === -1) return rest;
    const start = rest[index - 1]?.text.startsWith('#') ? index - 1 : index;
    const isLast = index === rest.length - 1;
    const separated = isLast && rest[start - 1]?.text === '';
    return [...rest.slice(0, separated ? start - 1 : start), ...rest.slice(index + 1)];
  }, lines);
}

function add(lines: readonly Line[], entry: DotenvEntry, wanted: readonly DotenvEntry[]): readonly Line[] {
  if (lines.some((each) => each.name === entry.name)) return lines;
  const own: readonly Line[] = [
    { text: `# ${entry.comment}` },
    { text: `${entry.name}=${entry.value}`, name: entry.name },
  ];
  const place = wanted.indexOf(entry);
  const previous = wanted
    .slice(0, place)
    .map((each) => positionOf(lines, each))
    .findLast((each) => each !== undefined);
  if (previous !== undefined) return insert(lines, previous + 1, own);
  const next = wanted
    .slice(place + 1)
    .map((each) => positionOf(lines, each))
    .find((each) => each !== undefined);
  if (next !== undefined) return insert(lines, next - 1, own);
  return lines.length === 0 ? own : [...lines, { text: '' }, ...own];
}

/** Where an entry of ours stands: one with our comment above it. */
function positionOf(lines: readonly Line[], { name, comment }: DotenvEntry): number | undefined {
  const index = lines.findIndex((each) => each.name === name);
  return index > 0 && lines[index - 1]?.text === `# ${comment}` ? index : undefined;
}

function insert(lines: readonly Line[], index: number, own: readonly Line[]): readonly Line[] {
  return [...lines.slice(0, index), ...own, ...lines.slice(index)];
}
