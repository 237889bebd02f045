import type { Tree, UseDrift } from '@joinery/engine';
import { loadMorph, Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { openSources, type Sources } from '../syntax/sources.ts';
import { usesOf } from '../wire/uses.ts';

/** What a file of the service is used for in another: by a symbol of its, in a function or beside all. */
interface Use {
  readonly module: string;
  readonly symbol: string;
  readonly line: number;
  readonly position: number;
  /** Where the function that uses it starts; absent outside of functions. */
  readonly within: number | undefined;
}

/**
 * Compare how a generated file uses the other files of the service with how it did when it was written, by binding: what is no
 * longer used at all, and what runs before something that it ran after.
 */
export function compareUses(tree: Tree, path: string, pristine: string): readonly UseDrift[] {
  loadMorph();
  const sources = openSources(tree);
  const now = sources.open(path);
  if (now === undefined || now.error !== undefined) return [];
  const before = sources.parse(path, pristine);
  const symbols = importedSymbols(sources, before);
  const [was, is] = [before, now].map((source) => usesIn(sources, source, symbols));
  return [...goneFrom(was ?? [], is ?? [], now), ...movedIn(was ?? [], is ?? [])];
}

type Symbol = Pick<Use, 'module' | 'symbol'>;

function importedSymbols(sources: Sources, source: Source): readonly Symbol[] {
  return source.file.getImportDeclarations().flatMap((declaration) => {
    const module = sources.resolve(source.path, declaration.getModuleSpecifierValue());
    if (module === undefined || declaration.isTypeOnly()) return [];
    return declaration.getNamedImports().map((each) => ({ module, symbol: each.getName() }));
  });
}

function usesIn({ aliases }: Sources, source: Source, symbols: readonly Symbol[]): readonly Use[] {
  return symbols
    .flatMap(({ module, symbol }) =>
      usesOf(source, module, symbol, aliases).map((node) => ({
        module,
        symbol,
        line: source.file.getLineAndColumnAtPos(node.getStart()).line,
        position: node.getStart(),
        within: node
          .getFirstAncestor((each) => Node.isFunctionDeclaration(each) || Node.isMethodDeclaration(each))
          ?.getStart(),
      })),
    )
    .sort((a, b) => a.position - b.position);
}

const isSame = (one: Symbol) => (other: Symbol) => one.symbol === other.symbol && one.module === other.module;

function goneFrom(was: readonly Use[], is: readonly Use[], { file }: Source): readonly UseDrift[] {
  const gone = was.filter((use, index) => !is.some(isSame(use)) && was.findIndex(isSame(use)) === index);
  return gone.map(({ module, symbol, within }) => {
    const functions =
      within === undefined
        ? []
        : [...file.getFunctions(), ...file.getClasses().flatMap((each) => each.getMethods())];
    const line = functions[0] === undefined ? 1 : file.getLineAndColumnAtPos(functions[0].getStart()).line;
    return { kind: 'gone', module, symbol, line };
  });
}

/** Only what runs in one function has an order: middleware, routes. */
function movedIn(was: readonly Use[], is: readonly Use[]): readonly UseDrift[] {
  const firsts = (uses: readonly Use[]) =>
    uses.filter(
      (use, index) =>
        use.within !== undefined &&
        uses.findIndex((other) => other.within === use.within && isSame(use)(other)) === index,
    );
  const [before, now] = [firsts(was), firsts(is)];
  return before.flatMap((use, index): readonly UseDrift[] => {
    const own = now.find(isSame(use));
    const earlier = before.slice(0, index).filter(({ within }) => within === use.within);
    const passed =
      own && earlier.findLast((other) => (now.find(isSame(other))?.position ?? -1) > own.position);
    if (own === undefined || passed === undefined) return [];
    const { module, symbol } = passed;
    return [
      { kind: 'moved', module: use.module, symbol: use.symbol, line: own.line, before: { module, symbol } },
    ];
  });
}
