import type { HostEdit } from '@joinery/engine';
import { removePreload } from '../edits/import-preload.ts';
import { type ImportSettings, removeImportedSymbols } from '../edits/import-symbol.ts';
import type { Splice } from '../edits/splice.ts';
import type { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { targetOf } from './records.ts';
import { removeUse } from './remove-use.ts';
import { usesOf } from './uses.ts';

/** How edits of one file are taken back, and the uses that people have made something of that can't be. */
export interface TakenBack {
  readonly splices: readonly Splice[];
  readonly stuck: readonly Node[];
}

/** What taking back must know about the host. */
type TakeBackSettings = Pick<ImportSettings, 'aliases' | 'style'>;

/** Take edits of one file back, each found by what it is bound to. What people put around them stays. */
export function takeBack(source: Source, edits: readonly HostEdit[], settings: TakeBackSettings): TakenBack {
  const { aliases, style } = settings;
  const splices: Splice[] = [];
  const stuck: Node[] = [];
  for (const [module, symbols] of bySymbol(edits)) {
    if (symbols.has(undefined)) splices.push(...removePreload(source, module, aliases));
    const named = [...symbols.keys()].filter((symbol) => symbol !== undefined);
    for (const symbol of named) {
      for (const use of usesOf(source, module, symbol, aliases)) {
        const removed = removeUse(source, use, symbols.get(symbol) ?? [], style);
        if (removed === undefined) stuck.push(use);
        else splices.push(...removed);
      }
    }
    splices.push(...removeImportedSymbols(source, module, named, settings));
  }
  return { splices, stuck };
}

/** Module → symbol, or nothing for a preload → the edits. */
function bySymbol(
  edits: readonly HostEdit[],
): ReadonlyMap<string, ReadonlyMap<string | undefined, readonly HostEdit[]>> {
  const modules = new Map<string, Map<string | undefined, readonly HostEdit[]>>();
  for (const edit of edits) {
    const { module, symbol } = targetOf(edit);
    const symbols = modules.get(module) ?? new Map<string | undefined, readonly HostEdit[]>();
    modules.set(module, symbols.set(symbol, [...(symbols.get(symbol) ?? []), edit]));
  }
  return modules;
}
