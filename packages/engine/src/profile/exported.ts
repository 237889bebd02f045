import type { HostClient } from '@joinery/kit';
import type { SourceText } from './import-graph.ts';

/** How a thing is made, by the package that it comes from. A file must import that package itself. */
export type Makers = Readonly<Record<string, RegExp>>;

/** `const name = await new …`; a type that is written out must be one plain name, so that it can be nothing else. */
const CONSTANT = /^(export\s+)?const\s+(\w+)\s*(?::\s*[\w.]+(?:<[^=|&]*>)?\s*)?=\s*(?:await\s+)?(?=\S)/gm;

/** Constants of a file's top level that hold what a package makes, and that others can import by name. */
export function madeAndExported({ file, text }: SourceText, made: Makers): readonly HostClient[] {
  if (!file.endsWith('.ts')) return [];
  const makers = Object.entries(made).filter(([name]) => imports(text, name));
  if (makers.length === 0) return [];
  return [...text.matchAll(CONSTANT)].flatMap((match) => {
    const [whole, exported, name = ''] = match;
    const rest = text.slice(match.index + whole.length);
    const maker = makers.find(([, made]) => new RegExp(`^(?:${made.source})`, made.flags).test(rest));
    if (maker === undefined) return [];
    const known = exported === undefined ? exportedAs(text, name) : name;
    if (known === undefined) return [];
    const evidence = `${file}:${text.slice(0, match.index).split('\n').length}`;
    return [{ package: maker[0], file, name: known, evidence }];
  });
}

function imports(text: string, name: string): boolean {
  const own = name === '@prisma/client' ? String.raw`@prisma/client|[^"'\n]*/generated/prisma[^"'\n]*` : name;
  return new RegExp(String.raw`(?:\bfrom|\brequire\s*\()\s*["'](?:${own})["']`).test(text);
}

/** `export { pool }`, `export { pool as database }` */
function exportedAs(text: string, name: string): string | undefined {
  for (const [, list = ''] of text.matchAll(/^export\s*\{([^}]*)\}(?!\s*from)/gm)) {
    for (const each of list.split(',')) {
      const [own, , as = own] = each.trim().split(/\s+/);
      if (own === name && as !== 'default') return as;
    }
  }
  return undefined;
}
