import type { Profile } from '@joinery/kit';
import { EXIT, ProblemError } from '../problem.ts';
import { dirname, joinPath, relativePath } from '../profile/path.ts';
import { type ImportStyle, specifier } from './specifier.ts';

/** Where a rendered template lands, and in what kind of host. */
export interface TemplateTarget {
  /** From the service's folder. */
  readonly file: string;
  /** Where the template's relative imports start from; `file` unless told. */
  readonly from?: string;
  readonly style: ImportStyle;
  readonly tests: Profile['tests'];
}

const HOLE = /\$[A-Z][A-Za-z0-9]*/g;
const IMPORT = /^(\s*(?:import|export)\b[^'"\n]*?|\} from )'([^'\n]+)'(;?)[ \t]*\n/gm;

/**
 * Fill a TypeScript template: `$Name` identifiers, `#host/*` imports, and relative imports in the host's own form.
 * Throws ProblemError `template-hole` when a hole has no value.
 */
export function renderTemplate(
  text: string,
  names: Readonly<Record<string, string>>,
  target: TemplateTarget,
): string {
  const imported = text.replace(IMPORT, (line, head: string, module: string, end: string) => {
    if (module === '#host/test') return testImport(head, target.tests);
    const path = module.startsWith('.')
      ? relativeImport(module, target)
      : specifier(target.file, module, target.style);
    return line.startsWith(head) ? `${head}'${path}'${end}\n` : line;
  });
  return fillHoles(imported, names, target.file);
}

/** Fill the `$Name` holes of any text. Throws ProblemError `template-hole` when one has no value. */
export function fillHoles(text: string, names: Readonly<Record<string, string>>, file: string): string {
  return text.replace(HOLE, (hole) => {
    const value = names[hole.slice(1)];
    if (value === undefined) throw missing(hole, file);
    return value;
  });
}

/** `./health.ts` of a template that lies elsewhere than its neighbours is found from there. */
function relativeImport(module: string, { file, from = file, style }: TemplateTarget): string {
  const bare = module.replace(/\.ts$/, '');
  if (from === file) return bare + style.importExtension;
  return relativePath(dirname(file), joinPath(dirname(from), bare)) + style.importExtension;
}

function testImport(head: string, { module }: Profile['tests']): string {
  return module === undefined ? '' : `${head}'${module}';\n`;
}

function missing(hole: string, file: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'template-hole',
    exitCode: EXIT.error,
    found: `The template of \`${file}\` has a hole \`${hole}\` that its feature does not fill.`,
    todo: 'Report this to the author of the feature.',
  });
}
