/** The few signs beyond letters; each has a plain form for terminals without Unicode. */
export interface Glyphs {
  readonly pointer: string;
  readonly rule: string;
  readonly ellipsis: string;
  readonly done: string;
  readonly dot: string;
  readonly arrows: string;
  readonly left: string;
  readonly right: string;
}

const UNICODE: Glyphs = {
  pointer: '❯',
  rule: '─',
  ellipsis: '…',
  done: '✓',
  dot: '·',
  arrows: '↑↓',
  left: '‹',
  right: '›',
};

const ASCII: Glyphs = {
  pointer: '>',
  rule: '-',
  ellipsis: '~',
  done: 'v',
  dot: '|',
  arrows: 'Up/Down',
  left: '<',
  right: '>',
};

/** Which signs the terminal can show, by its locale. */
export function glyphsFor(env: Readonly<Record<string, string | undefined>>): Glyphs {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return /utf-?8/i.test(locale) && env.TERM !== 'linux' ? UNICODE : ASCII;
}
