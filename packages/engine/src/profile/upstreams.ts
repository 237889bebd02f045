import type { HostUpstream } from '@joinery/kit';
import type { SourceText } from './import-graph.ts';

/** What holds a value: a constant, a property of a class, or one of an object. */
const HOLDER = String.raw`(?:\b(?:const|let|private|protected|public|readonly)\s+(?:readonly\s+)?(#?\w+)\s*(?::\s*\w+\s*)?=\s*|\b(\w+)\s*:\s*)`;
/** `process.env.STOCK_URL`, `env.STOCK_URL`, `config.get('STOCK_URL')`. */
const VARIABLE = String.raw`(?:\benv(?:\.(\w+)|\[\s*["'](\w+)["']\s*\])!?|\b\w*[cC]onfig(?:Service)?\.get(?:OrThrow)?(?:<\w+>)?\(\s*["'](\w+)["'])`;
const USUAL = String.raw`["'](https?:\/\/[^"'\n]+)["']`;
const READ = new RegExp(
  String.raw`(?:${HOLDER}(?:\bprocess\.|\bthis\.)?)?${VARIABLE}(?:\s*,\s*${USUAL})?\)?(?:\s*(?:\?\?|\|\|)\s*${USUAL})?`,
  'g',
);

/** Properties that are called like this tell nothing. */
const ANY_NAME = /^(?:base|server|default)?(?:url|uri|endpoint|address)$/i;

/** Whose value is an address of something. */
const ADDRESS = /_(?:URL|URI|ENDPOINT)$/;

/** What stands before an address that is called, up to the address itself. */
const CALL = String.raw`(?:\b\w*[fF]etch|\b(?:axios|got|ky|undici|request|\w*[hH]ttp(?:Service|Client)?)(?:\.\w+)?)(?:<[^()]*>)?\(\s*(?:new\s+URL\((?:[^()]*,)?\s*)?(?:\x60?\$\{)?`;
const SETTING = String.raw`\b(?:baseURL|baseUrl|prefixUrl)\s*:\s*`;
const MADE_INTO = String.raw`\bconst\s+(\w+)(?:\s*:\s*\w+)?\s*=\s*(?:new\s+URL\((?:[^()\n]*,)?\s*|\x60\$\{|)`;

/**
 * Find the other services that the host's own code calls at an address from the environment; nearest the entry first. Only
 * where what holds the address is called, so that an address which is handed out is none.
 */
export function findUpstreams(sources: readonly SourceText[]): readonly HostUpstream[] {
  const found = new Map<string, HostUpstream>();
  const texts = sources.filter(({ file }) => file.endsWith('ts')).map(({ text }) => text);
  for (const source of sources.filter(({ file }) => file.endsWith('ts'))) {
    for (const { names, shared, ...upstream } of readsOf(source)) {
      if (found.has(upstream.variable)) continue;
      const called = isCalled(source.text, names) || texts.some((text) => isCalled(text, shared));
      if (called) found.set(upstream.variable, upstream);
    }
  }
  return [...found.values()];
}

interface Read extends HostUpstream {
  /** What the value is called in its file. */
  readonly names: readonly string[];
  /** What it is called in others. */
  readonly shared: readonly string[];
}

function readsOf({ file, text }: SourceText): readonly Read[] {
  return [...text.matchAll(READ)].flatMap((match) => {
    const [, held, property, dotted, quoted, configured, given, usual] = match;
    const variable = dotted ?? quoted ?? configured ?? '';
    if (!ADDRESS.test(variable)) return [];
    const fallback = given ?? usual;
    const exported = new RegExp(`\\bexport\\s+const\\s+${held}\\b`).test(text) ? held : undefined;
    return [
      {
        variable,
        ...(fallback === undefined ? {} : { fallback }),
        evidence: `${file}:${text.slice(0, match.index).split('\n').length}`,
        names: [...written(variable), ...(held === undefined ? [] : [held])],
        shared: [exported, property].flatMap((name) => (name && !ANY_NAME.test(name) ? [name] : [])),
      },
    ];
  });
}

/** How a variable is read where it is used at once. */
function written(variable: string): readonly string[] {
  const quoted = [`'${variable}'`, `"${variable}"`];
  return [`env.${variable}`, ...quoted.flatMap((name) => [`env[${name}]`, `get(${name}`])];
}

/** Whether a call goes to one of these, or to a constant that is made of one. */
function isCalled(text: string, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  const any = String.raw`(?:[\w.]*\.)?(?:${names.map(escaped).join('|')})(?![\w$])`;
  if (new RegExp(`${CALL}${any}|${SETTING}${any}`).test(text)) return true;
  const made = [...text.matchAll(new RegExp(MADE_INTO + any, 'g'))].flatMap(([, name]) => name ?? []);
  return made.some((name) => new RegExp(String.raw`${CALL}${escaped(name)}(?![\w$])`).test(text));
}

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}
