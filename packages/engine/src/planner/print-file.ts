import type { Code, CodePart, ImportedSymbol } from '@joinery/kit';
import { type ImportStyle, specifier } from './specifier.ts';

/**
 * Print a file: its imports, collected from the symbols used, then its text.
 * In Joinery's own style (two spaces, single quotes, semicolons, LF); `HostEditor.restyle` turns it into the host's.
 *
 * @param file where the file will lie, from the service's folder
 */
export function printFile(content: Code, file: string, style: ImportStyle): string {
  const symbols = content.parts.filter(isSymbol).filter(({ form }) => form !== 'lazy');
  const body = content.parts.map((part) => printPart(part, file, style)).join('');
  const imports = printImports(symbols, file, style);
  return `${imports}${imports === '' ? '' : '\n'}${body.trim()}\n`;
}

function printPart(part: CodePart, file: string, style: ImportStyle): string {
  if (typeof part === 'string') return part;
  if (part.kind !== 'symbol' || part.form !== 'lazy') return part.name;
  const importExtension = style.lazyExtension ?? style.importExtension;
  return `import('${specifier(file, part.module, { ...style, importExtension })}')`;
}

function isSymbol(part: Code['parts'][number]): part is ImportedSymbol {
  return typeof part !== 'string' && part.kind === 'symbol';
}

function printImports(symbols: readonly ImportedSymbol[], file: string, style: ImportStyle): string {
  const modules = [...new Set(symbols.map(({ module }) => module))];
  return modules
    .sort(byDistance)
    .map((module) => {
      const used = symbols.filter((symbol) => symbol.module === module);
      return printImport(used, specifier(file, module, style));
    })
    .join('');
}

/** Node's own modules first, then packages, then the service's files; each by name. */
function byDistance(a: string, b: string): number {
  const rank = (module: string) => (module.startsWith('node:') ? 0 : module.startsWith('#') ? 2 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function printImport(used: readonly ImportedSymbol[], path: string): string {
  const names = (form: ImportedSymbol['form']) =>
    [...new Set(used.filter((symbol) => symbol.form === form).map(({ name }) => name))].sort(caseless);
  const values = names('named');
  const types = names('type').filter((name) => !values.includes(name));
  const bare = [
    ...names('namespace').map((name) => `import * as ${name} from '${path}';\n`),
    ...names('default').map((name) => `import ${name} from '${path}';\n`),
  ].join('');
  if (values.length === 0 && types.length === 0) return bare;
  if (values.length === 0) return `${bare}import type { ${types.join(', ')} } from '${path}';\n`;
  const list = [...values, ...types.map((name) => `type ${name}`)].sort((a, b) =>
    caseless(a.replace(/^type /, ''), b.replace(/^type /, '')),
  );
  return `${bare}import { ${list.join(', ')} } from '${path}';\n`;
}

function caseless(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : a < b ? -1 : a > b ? 1 : 0;
}
