import type { LockedFileEdit } from '@joinery/engine';
import type { LogCallsEdit } from '@joinery/kit';
import { importSymbols } from '../../edits/import-symbol.ts';
import { consoleUses } from '../../edits/log-calls/console-uses.ts';
import { replaceConsole } from '../../edits/log-calls/replace-console.ts';
import { requiredModule } from '../../edits/require.ts';
import { applySplices, removal, type Splice } from '../../edits/splice.ts';
import { hasIdentifier, identifiersNamed } from '../../syntax/identifiers.ts';
import { Node } from '../../syntax/morph.ts';
import { localName } from '../../syntax/scope.ts';
import type { Source } from '../../syntax/source.ts';
import type { EditStyle } from '../../syntax/style.ts';
import { importVerb } from './import-verb.ts';
import type { SourceVerb } from './source-verbs.ts';

type Pieces = NonNullable<LockedFileEdit['put']['pieces']>;

/** Every call of `console` in a file that a logger can take over. */
export const logCallsVerb: SourceVerb<LogCallsEdit> = {
  find: (source) => {
    const [first] = consoleUses(source).calls.keys();
    return first === undefined ? { kind: 'same', at: 0 } : { kind: 'missing' };
  },
  place: (source, edit, style) => {
    const known = loggerIn(source, edit);
    const local = known ?? freeName(source, edit.name);
    const imported = known === undefined ? importOf(source, edit, local, style) : [];
    return [...imported, ...replaceConsole(source, local)];
  },
  takeOut: () => undefined,
  snippet: ({ module, name }) =>
    `import { ${name} } from '${module}';\n\n${name}.info({ port }, 'listening'); // for console.log('listening', port)`,
};

/** What splices put into a text, each with what stood there. */
export function piecesOf(text: string, splices: readonly Splice[]): Pieces {
  return [...splices]
    .sort((a, b) => a.start - b.start)
    .map((each) => ({ text: each.text, was: text.slice(each.start, each.end) }));
}

/** Put calls of `console` back, wherever they stand now; those that people changed are left. */
export function putBack(source: Source, edit: LogCallsEdit, pieces: Pieces): Undone {
  const local = loggerIn(source, edit);
  const waiting = new Map<string, string[]>();
  const calls = pieces.filter(({ was }) => was !== '');
  for (const { text, was } of calls) waiting.set(text, [...(waiting.get(text) ?? []), was]);
  const splices: Splice[] = [];
  for (const call of local === undefined ? [] : callsOf(source, local)) {
    const [start, end] = [call.getStart(), call.getEnd()];
    if (start < (splices.at(-1)?.end ?? 0)) continue;
    const was = waiting.get(call.getText())?.shift();
    if (was !== undefined) splices.push({ start, end, text: was });
  }
  return { text: applySplices(source.text, splices), left: splices.length < calls.length };
}

/** Take the logger's import out, unless something uses it. */
export function withoutImport(source: Source, edit: LogCallsEdit, pieces: Pieces): string {
  const local = loggerIn(source, edit);
  if (local === undefined || callsOf(source, local).length > 0 || isUsed(source, local)) return source.text;
  const own = pieces.find(({ was }) => was === '')?.text;
  const at = own === undefined ? -1 : source.text.indexOf(own);
  if (own !== undefined && at >= 0) return applySplices(source.text, [removal(at, at + own.length)]);
  const { module, name } = edit;
  const splices = importVerb.takeOut(source, { kind: 'import', module, name });
  return splices === undefined ? source.text : applySplices(source.text, splices);
}

export interface Undone {
  readonly text: string;
  readonly left: boolean;
}

function importOf(
  source: Source,
  { module, name }: LogCallsEdit,
  local: string,
  style: EditStyle,
): readonly Splice[] {
  const settings = { aliases: [], extension: '', style, order: [], specifier: module } as const;
  return importSymbols(source, module, new Map([[name, local]]), settings);
}

/** What a file calls the logger. */
function loggerIn(source: Source, { module, name }: LogCallsEdit): string | undefined {
  const imported = source.file
    .getImportDeclarations()
    .filter((each) => bare(each.getModuleSpecifierValue()) === bare(module))
    .flatMap((each) => each.getNamedImports())
    .find((each) => each.getName() === name);
  if (imported !== undefined) return localName(imported);
  for (const declaration of source.file.getVariableDeclarations()) {
    const required = requiredModule(declaration.getInitializer());
    const pattern = declaration.getNameNode();
    if (required === undefined || bare(required) !== bare(module)) continue;
    if (!Node.isObjectBindingPattern(pattern)) continue;
    const found = pattern
      .getElements()
      .find((each) => (each.getPropertyNameNode()?.getText() ?? each.getName()) === name);
    if (found !== undefined) return found.getName();
  }
  return undefined;
}

/** `logger.info(…)`, outer calls first. */
function callsOf(source: Source, local: string): readonly Node[] {
  return identifiersNamed(source, local).flatMap((each) => {
    const access = each.getParent();
    const call = access.getParent();
    const isCall =
      Node.isPropertyAccessExpression(access) &&
      access.getExpression() === each &&
      Node.isCallExpression(call) &&
      call.getExpression() === access;
    return isCall ? [call] : [];
  });
}

function isUsed(source: Source, local: string): boolean {
  return identifiersNamed(source, local).some((each) => {
    const parent = each.getParent();
    return !Node.isImportSpecifier(parent) && !Node.isBindingElement(parent);
  });
}

function freeName(source: Source, name: string): string {
  if (!hasIdentifier(source, name)) return name;
  for (let count = 2; ; count += 1) if (!hasIdentifier(source, `${name}${count}`)) return `${name}${count}`;
}

function bare(specifier: string): string {
  return specifier.replace(/\.[cm]?[jt]s$/, '').replace(/\/index$/, '');
}
