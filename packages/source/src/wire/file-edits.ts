import type { Problem } from '@joinery/engine';
import { addElement, addProperty } from '../edits/add-element.ts';
import { importPreloads } from '../edits/import-preload.ts';
import { type ImportSettings, importedName, importSymbols } from '../edits/import-symbol.ts';
import { insertBefore } from '../edits/insert-before.ts';
import { insertAfter, insertFirst } from '../edits/insert-statement.ts';
import { nameResult } from '../edits/name-result.ts';
import { applySplices, type Splice } from '../edits/splice.ts';
import { verify } from '../edits/verify.ts';
import { wrapCall } from '../edits/wrap-call.ts';
import type { Place, PlaceContext } from '../frameworks/place.ts';
import { hasIdentifier } from '../syntax/identifiers.ts';
import type { Source } from '../syntax/source.ts';
import { refuseUneditable } from './editable.ts';
import type { Wanted } from './records.ts';

type WantedSymbol = Exclude<Wanted, { readonly kind: 'preload' }>;

/** Everything that is to be added to one file. */
export interface FileEdits {
  readonly source: Source;
  readonly places: readonly { readonly place: Place; readonly wanted: WantedSymbol }[];
  /** Modules to load first. */
  readonly preloads: readonly string[];
}

/** The new text of each file, or why one of them can't be edited. */
export function finishFiles(
  context: PlaceContext,
  files: ReadonlyMap<string, FileEdits>,
  wanted: readonly Wanted[],
): ReadonlyMap<string, string> | Problem {
  const preloads = wanted.filter((each) => each.kind === 'preload').map((each) => each.module);
  const modules = wanted.filter((each) => each.kind !== 'preload').map((each) => each.module);
  const { aliases } = context.sources;
  const { style, profile } = context;
  const extension = profile.importExtension;
  const settings = { aliases, extension, style, order: [...new Set(modules)].sort() };
  const texts = new Map<string, string>();
  for (const [path, file] of files) {
    const { source } = file;
    const splices = splicesOf(file, preloads, settings);
    const problem = refuseUneditable(source) ?? verify(source, splices, context.sources.parse);
    if (problem !== undefined) return problem;
    texts.set(path, source.bom + applySplices(source.text, splices));
  }
  return texts;
}

function splicesOf(file: FileEdits, order: readonly string[], settings: ImportSettings): readonly Splice[] {
  const { source, places } = file;
  const preloads = file.preloads.length === 0 ? [] : importPreloads(source, order, settings);
  const missing = new Map<string, Map<string, string>>();
  const changes = places.flatMap(({ place, wanted }) => {
    const known = importedName(source, wanted.module, wanted.symbol, settings.aliases);
    const local = known ?? freeName(source, wanted.symbol);
    if (known === undefined) {
      missing.set(
        wanted.module,
        (missing.get(wanted.module) ?? new Map<string, string>()).set(wanted.symbol, local),
      );
    }
    return change(place, local, settings.style);
  });
  const imports = [...missing]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([module, symbols]) => importSymbols(source, module, symbols, settings));
  return [...preloads, ...imports, ...changes];
}

function change(place: Place, local: string, style: PlaceContext['style']): readonly Splice[] {
  switch (place.kind) {
    case 'after':
      return [insertAfter(place.source, place.statement, `${local}(${place.argument})`, style)];
    case 'before':
      return [insertBefore(place.source, place.statement, `${local}(${place.argument})`, style)];
    case 'first':
      return [insertFirst(place.source, place.block, `${local}(${place.argument})`, style)];
    case 'name':
      return nameResult(
        place.source,
        place.statement,
        local,
        freeName(place.source, 'server', 'httpServer', 'listeningServer'),
        style,
      );
    case 'wrap':
      return wrapCall(place.expression, local);
    case 'element':
      return [addElement(place.source, place.list, local, style)];
    case 'property':
      return [addProperty(place.source, place.object, `${place.name}: [${local}]`, style)];
  }
}

/** The first of the names that the file does not use for anything, or the last with a number. */
function freeName(source: Source, ...names: readonly [string, ...string[]]): string {
  const isFree = (name: string) => !hasIdentifier(source, name);
  const free = names.find(isFree);
  if (free !== undefined) return free;
  for (let count = 2; ; count += 1) {
    const numbered = `${names.at(-1)}${count}`;
    if (isFree(numbered)) return numbered;
  }
}
