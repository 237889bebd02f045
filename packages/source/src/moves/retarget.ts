import { dirname, filesBelow, passOver, relativePath, type Tree } from '@joinery/engine';
import type { StringLiteral } from 'ts-morph';
import { type Alias, readAliases } from '../syntax/aliases.ts';
import { loadMorph, Node, SyntaxKind } from '../syntax/morph.ts';
import { resolveImport } from '../syntax/resolve.ts';
import { createParser } from '../syntax/source.ts';

const SOURCE = /\.[cm]?[jt]sx?$/;
const EXTENSION = /\.[cm]?[jt]sx?$/;

interface Host {
  readonly tree: Tree;
  readonly aliases: readonly Alias[];
  /** Where each file that moves will be. */
  readonly places: ReadonlyMap<string, string>;
}

/**
 * Let imports follow files that move: the texts of all files that must change, by the paths where they will be. Only what stands
 * between the quotes changes, in the form in which it was written: relative or by an alias, with an extension or without.
 */
export function retarget(
  given: Tree,
  moves: readonly { readonly from: string; readonly to: string }[],
): readonly { readonly path: string; readonly text: string }[] {
  loadMorph();
  const tree = passOver(given);
  const host = {
    tree,
    aliases: readAliases(tree),
    places: new Map(moves.map(({ from, to }) => [from, to])),
  };
  const parse = createParser();
  const words = moves.flatMap(({ from }) => wordsOf(from));
  return filesBelow(tree, '').flatMap((path) => {
    const content = SOURCE.test(path) ? tree.read(path) : undefined;
    const isNear = host.places.has(path) || words.some((word) => content?.includes(word) === true);
    if (content === undefined || !isNear) return [];
    const { text, bom, file } = parse(path, content);
    const literals = file.getDescendantsOfKind(SyntaxKind.StringLiteral).filter(namesModule);
    const changed = literals.reduceRight((result, literal) => {
      const next = following(literal.getLiteralText(), path, host);
      if (next === undefined) return result;
      return result.slice(0, literal.getStart() + 1) + next + result.slice(literal.getEnd() - 1);
    }, text);
    return changed === text ? [] : [{ path: host.places.get(path) ?? path, text: bom + changed }];
  });
}

/** What an import of the file must contain. */
function wordsOf(path: string): readonly string[] {
  const parts = path.replace(EXTENSION, '').split('/');
  const last = parts.at(-1) ?? '';
  return last === 'index' ? [parts.at(-2) ?? '', "'.", '".'] : [last];
}

/** Whether a string says which module is meant: of an import, an export, `require`, or a mock of a test runner. */
function namesModule(literal: StringLiteral): boolean {
  const parent = literal.getParent();
  if (Node.isImportDeclaration(parent) || Node.isExportDeclaration(parent)) return true;
  if (Node.isExternalModuleReference(parent)) return true;
  if (Node.isLiteralTypeNode(parent)) return Node.isImportTypeNode(parent.getParent());
  if (!Node.isCallExpression(parent) || parent.getArguments()[0] !== literal) return false;
  return /^(?:import|require(?:\.resolve)?|(?:jest|vi|mock)\.\w+)$/.test(parent.getExpression().getText());
}

/** The specifier that means, from where a file will be, what one means now; `undefined` when it is the same. */
function following(specifier: string, from: string, { tree, aliases, places }: Host): string | undefined {
  const target = resolveImport(tree, aliases, from, specifier);
  if (target === undefined) return undefined;
  const [here, there] = [places.get(from) ?? from, places.get(target) ?? target];
  const isRelative = specifier.startsWith('.');
  if (there === target && (here === from || !isRelative)) return undefined;
  const next = isRelative
    ? relative(here, there, specifier)
    : (byAlias(aliases, there, specifier) ?? relative(here, there, specifier));
  return next === specifier ? undefined : next;
}

function relative(from: string, to: string, specifier: string): string {
  return relativePath(dirname(from), named(to, specifier));
}

/** A path as specifiers name it: with the extension of this one, or none; and a folder for its index where this one does. */
function named(path: string, like: string): string {
  const extension = EXTENSION.exec(like)?.[0] ?? '';
  const stem = path.replace(EXTENSION, '');
  const namesFolder = extension === '' && !/(?:^|\/)index$/.test(like);
  return (namesFolder ? stem.replace(/\/index$/, '') : stem) + extension;
}

function byAlias(aliases: readonly Alias[], path: string, specifier: string): string | undefined {
  const target = named(path, specifier);
  for (const { pattern, targets } of aliases) {
    const [head = '', tail] = pattern.split('*');
    if (tail !== '' || head === '' || !specifier.startsWith(head)) continue;
    for (const each of targets) {
      const [start = '', end] = each.split('*');
      if (end === '' && target.startsWith(start)) return head + target.slice(start.length);
    }
  }
  return undefined;
}
