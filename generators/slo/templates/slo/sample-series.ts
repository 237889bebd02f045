const MATCHER = /([a-zA-Z_]\w*)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"/g;

/** Make up a series that a selector matches; `undefined` where its regular expressions are too involved for that. */
export function sampleOf(selector: string): string | undefined {
  const labels: string[] = [];
  for (const [, name = '', operator = '', pattern = ''] of selector.matchAll(MATCHER)) {
    if (operator === '!=' || operator === '!~') continue;
    const value = operator === '=' ? pattern : matching(pattern);
    if (value === undefined) return undefined;
    labels.push(`${name}="${value}"`);
  }
  return `${selector.split('{', 1)[0] ?? ''}{${labels.join(', ')}}`;
}

/** The first alternative, without its optional parts, any character a 0. */
function matching(pattern: string): string | undefined {
  const [first = ''] = pattern.split('|');
  const value = first
    .replace(/\((?:[^()]*)\)\?/g, '')
    .replace(/\.[+*]/g, '0')
    .replace(/(?<!\\)\./g, '0')
    .replace(/\\\\/g, '');
  return /^[\w/: -]+$/.test(value) ? value : undefined;
}
