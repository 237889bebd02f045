import { importedName } from '../edits/import-symbol.ts';
import type { App, AppKind } from '../follow/find-app.ts';
import { type Registrations, registrationsOn } from '../follow/registrations.ts';
import type { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import type { PlaceContext, SymbolWiring } from './place.ts';

const OURS = ['installPlatform', 'installPlatformErrors', 'superviseServer'];

/** What the host registers on its app; the calls that wire the platform are not counted. */
export function registrationsOf(
  { sources }: PlaceContext,
  { module }: SymbolWiring,
  { creates }: AppKind,
  { creation }: App,
): Registrations {
  const isOurs = (callee: Node, source: Source): boolean =>
    OURS.some((symbol) => importedName(source, module, symbol, sources.aliases) === callee.getText());
  // Whoever hands the app on was opened on the way here.
  const context = { sources, creates, known: sources.opened };
  return registrationsOn(context, creation, isOurs);
}
