/** What is printed: mappings, lists and scalars. A key whose value is `undefined` is left out. */
export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue | undefined };

/** Print data as YAML: two spaces, texts of several lines as blocks, keys in their own order. */
export function printYaml(value: YamlValue): string {
  return `${linesOf(value).join('\n')}\n`;
}

function linesOf(value: YamlValue): readonly string[] {
  if (isList(value)) return value.length === 0 ? ['[]'] : value.flatMap(itemOf);
  if (typeof value !== 'object') return [scalar(value)];
  const entries = Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : entryOf(scalar(key), inner),
  );
  return entries.length === 0 ? ['{}'] : entries;
}

function itemOf(value: YamlValue): readonly string[] {
  return linesOf(value).map((line, index) => (index === 0 ? `- ${line}` : indent(line)));
}

function entryOf(key: string, value: YamlValue): readonly string[] {
  if (typeof value === 'string' && value.includes('\n'))
    return [`${key}: |-`, ...value.split('\n').map(indent)];
  const [first = '', ...rest] = linesOf(value);
  if (typeof value !== 'object' || first === '[]' || first === '{}') return [`${key}: ${first}`];
  return [`${key}:`, ...[first, ...rest].map(indent)];
}

function indent(line: string): string {
  return line === '' ? '' : `  ${line}`;
}

/** What YAML reads as text without quotes: nothing that begins like a number, a list or a mapping. */
const PLAIN = /^(?:[A-Za-z_/(].*|\d+[dhm])$/;
const AMBIGUOUS = /:(?:\s|$)|\s#|\s$|^(?:true|false|null|yes|no|on|off|y|n)$/i;

function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return PLAIN.test(value) && !AMBIGUOUS.test(value) ? value : JSON.stringify(value);
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}
