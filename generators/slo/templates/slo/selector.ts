/** `metric{a="b", c=~"d"}`, where matchers that are not there are left out. */
export function selector(metric: string, matchers: readonly (string | undefined)[]): string {
  return `${metric}{${matchers.filter((matcher) => matcher !== undefined).join(', ')}}`;
}

const MATCHER = String.raw`[a-zA-Z_]\w*\s*(?:=~|!~|!=|=)\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')`;
const SELECTOR = new RegExp(
  String.raw`^[a-zA-Z_:][\w:]*(?:\{\s*(?:${MATCHER}\s*(?:,\s*${MATCHER}\s*)*,?\s*)?\})?$`,
);

/** Whether a text selects series: a metric's name, and matchers if any. */
export function isSelector(text: string): boolean {
  return SELECTOR.test(text);
}
