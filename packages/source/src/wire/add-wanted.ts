import type { HostEdit, Problem } from '@joinery/engine';
import { hasPreload } from '../edits/import-preload.ts';
import { wouldBreak } from '../edits/list-layout.ts';
import { levelsFrom } from '../follow/files.ts';
import { type FindPlaces, isProblem, type Place, type PlaceContext } from '../frameworks/place.ts';
import type { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import type { EditStyle } from '../syntax/style.ts';
import { refuseUneditable } from './editable.ts';
import { type FileEdits, finishFiles } from './file-edits.ts';
import { edit, keyOf, targetOf, type Wanted } from './records.ts';
import { withSnippets } from './snippets.ts';
import { recordsOf } from './standing.ts';
import { usesOf } from './uses.ts';

type WantedSymbol = Exclude<Wanted, { readonly kind: 'preload' }>;

/** What the added edits make of the files. */
export interface Added {
  readonly texts: ReadonlyMap<string, string>;
  readonly edits: readonly HostEdit[];
}

/** Add what is wanted and does not stand yet; all edits of one file are computed on one parse. */
export function addWanted(
  context: PlaceContext,
  places: FindPlaces,
  wanted: readonly Wanted[],
  before: readonly HostEdit[],
): Added | Problem {
  const files = new Map<string, FileEdits>();
  const edits: HostEdit[] = [];
  for (const each of wanted) {
    const standing = findStanding(context, each, before);
    if (standing !== undefined) {
      edits.push(...standing);
      continue;
    }
    const outcome =
      each.kind === 'preload' ? planPreload(context, each, files) : planSymbol(context, each, places, files);
    if (isProblem(outcome)) return withSnippets(faultyFile(context, outcome) ?? outcome, context, wanted);
    edits.push(...outcome);
  }
  const texts = finishFiles(context, files, wanted);
  return isProblem(texts) ? withSnippets(texts, context, wanted) : { texts, edits };
}

/** Where nothing was found because the file does not parse, that is what to say. */
function faultyFile({ sources }: PlaceContext, { places = [] }: Problem): Problem | undefined {
  const files = places.map((place) => sources.open(place.replace(/:\d+$/, '')));
  const faulty = files.find((each) => each?.error !== undefined);
  return faulty && refuseUneditable(faulty);
}

/** The records of a wiring that the host has already, wherever people moved it. */
function findStanding(
  context: PlaceContext,
  wanted: Wanted,
  before: readonly HostEdit[],
): readonly HostEdit[] | undefined {
  const own = before.filter((each) => keyOf(targetOf(each)) === keyOf(wanted));
  const near = new Set([...own.map((each) => each.file), context.entry]);
  for (const path of near) {
    const found = standsIn(context, context.sources.open(path), wanted, own);
    if (found !== undefined) return found;
  }
  if (own.length === 0 || wanted.kind === 'preload') return undefined;
  for (const level of levelsFrom(context.sources, context.entry)) {
    for (const path of level) {
      if (near.has(path) || path === wanted.module || !context.sources.text(path)?.includes(wanted.symbol))
        continue;
      const found = standsIn(context, context.sources.open(path), wanted, own);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function standsIn(
  { sources }: PlaceContext,
  source: Source | undefined,
  wanted: Wanted,
  own: readonly HostEdit[],
): readonly HostEdit[] | undefined {
  if (source === undefined) return undefined;
  if (wanted.kind === 'preload') {
    return hasPreload(source, wanted.module, sources.aliases)
      ? [edit(source.path, 'import-preload', wanted)]
      : undefined;
  }
  const uses = usesOf(source, wanted.module, wanted.symbol, sources.aliases);
  if (uses.length === 0) return undefined;
  const recorded = own.filter((each) => each.file === source.path);
  return recorded.length > 0 ? recorded : recordsOf(source, wanted, uses);
}

function planPreload(
  { sources, entry }: PlaceContext,
  wanted: Wanted,
  files: Map<string, FileEdits>,
): readonly HostEdit[] | Problem {
  const source = sources.open(entry);
  if (source === undefined) {
    return {
      kind: 'problem',
      id: 'entry-not-found',
      exitCode: 4,
      found: `\`${entry}\` is not there, so nothing can be loaded first.`,
      todo: 'Name the file that the start command runs as `profile.entry` in joinery.json.',
    };
  }
  const file = files.get(entry) ?? { source, places: [], preloads: [] };
  files.set(entry, { ...file, preloads: [...file.preloads, wanted.module] });
  return [edit(entry, 'import-preload', wanted)];
}

function planSymbol(
  context: PlaceContext,
  wanted: WantedSymbol,
  find: FindPlaces,
  files: Map<string, FileEdits>,
): readonly HostEdit[] | Problem {
  const places = find(context, wanted);
  if (isProblem(places)) return places;
  const edits: HostEdit[] = [];
  for (const place of places) {
    const { path } = place.source;
    const standing = standsIn(context, place.source, wanted, []);
    if (standing !== undefined) return standing;
    const file = files.get(path) ?? { source: place.source, places: [], preloads: [] };
    files.set(path, { ...file, places: [...file.places, { place, wanted }] });
    edits.push(
      edit(path, 'import-symbol', wanted),
      edit(path, VERBS[place.kind], wanted, detailOf(place, wanted, context.style)),
    );
  }
  return edits;
}

/** What taking an edit back must know to restore what was there. */
function detailOf(place: Place, { symbol }: WantedSymbol, style: EditStyle): HostEdit['detail'] {
  const inner = bracesOf(place)?.getText().slice(1, -1) ?? '';
  if (/^[ \t]+$/.test(inner)) return { blank: inner };
  if (place.kind !== 'property') return {};
  const items = place.object.getProperties();
  const wanted = [`${place.name}: [${symbol}]`, ...items.map((each) => each.getText())];
  const list = { node: place.object, items, neverBreaksOne: false };
  return wouldBreak(place.source, list, wanted, style) ? { broken: true } : {};
}

function bracesOf(place: Place): Node | undefined {
  if (place.kind === 'first') return place.block;
  if (place.kind === 'element') return place.list;
  return place.kind === 'property' ? place.object : undefined;
}

const VERBS = {
  after: 'insert-statement',
  before: 'insert-statement',
  first: 'insert-statement',
  name: 'name-result',
  wrap: 'wrap-call',
  element: 'add-element',
  property: 'add-property',
} as const;
