import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const SPECIFIER = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g;
const GLOBAL =
  /\b(?:process\.(?!env\.NODE_ENV)|globalThis\b|eval\(|Date\.now|new Date\(\)|Math\.random|fetch\()/;

/** L8, without running it: a plan imports `@joinery/kit` and files of its own, and reaches for nothing else. */
export function checkImports(folder: string): readonly string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
    const place = relative(folder, file);
    for (const [, , specifier = ''] of text.matchAll(SPECIFIER)) {
      if (specifier.startsWith('.')) visit(join(dirname(file), specifier));
      else if (isCode(text, specifier) && specifier !== '@joinery/kit')
        faults.push(`L8: ${place} imports \`${specifier}\`.`);
    }
    const outside = GLOBAL.exec(withoutStrings(text))?.[0];
    if (outside !== undefined) faults.push(`L8: ${place} reaches for \`${outside}\`.`);
  };
  visit(join(folder, 'plan.ts'));
  return faults;
}

/** Whether an import is the file's own, and not a word of the code it writes. */
function isCode(text: string, specifier: string): boolean {
  const escaped = specifier.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`^(?:import|export)\\b[^;\`]*['"]${escaped}['"]`, 'm').test(text);
}

/** Strings and templates hold generated code, which may do what it likes. */
function withoutStrings(text: string): string {
  return text.replace(/`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}
