import type { Problem } from '@joinery/engine';
import type { CallExpression } from 'ts-morph';
import type { App, Listen } from '../../follow/find-app.ts';
import { isDeferred, type Registrations } from '../../follow/registrations.ts';
import { ownerOf } from '../../follow/shape.ts';
import { Node } from '../../syntax/morph.ts';
import type { Place } from '../place.ts';
import { placesOf, refuse } from '../refusals.ts';
import { nameOfApp } from './name-of-app.ts';

type ErrorsPlace = Extract<Place, { readonly kind: 'after' | 'before' }>;

/**
 * Where failures are seen to: after everything that the host registers on its app, so that its own handlers come first.
 * That is after the last registration in the block that creates the app; or, where the app is registered on later
 * than that, before the statement that makes it listen.
 */
export function errorsPlaces(app: App, registrations: Registrations): readonly Place[] | Problem {
  const rows = rowsAfterCreation(app, registrations);
  if (app.listens.length === 0) {
    const last = afterLast(app, rows);
    return last === undefined ? refuseErrors(app) : [last];
  }
  const places = app.listens.map((listen) => placeFor(app, listen, rows, registrations));
  const found = places.filter((each) => each !== undefined);
  const [first] = found;
  if (first === undefined || found.length < places.length) return refuseErrors(app);
  const distinct = [...new Map(found.map((each) => [each.statement, each])).values()];
  const block = first.statement.getParent();
  return distinct.every((each) => each.statement.getParent() === block) ? [first] : distinct;
}

/** A statement of the block that creates the app, and whether it registers something. */
interface Row {
  readonly statement: Node;
  readonly registers: boolean;
  readonly deferred: boolean;
}

function rowsAfterCreation({ creation }: App, registrations: Registrations): readonly Row[] {
  const { holder } = creation;
  if (holder === undefined) return [];
  const owner = holder.node.getParent();
  const [build] = Node.isClassDeclaration(owner) ? owner.getConstructors() : [];
  const block = Node.isPropertyDeclaration(holder.node) ? build?.getBody() : owner;
  if (!Node.isBlock(block) && !Node.isSourceFile(block)) return [];
  return block.getStatements().flatMap((statement) => {
    const isLater = statement.getStart() > holder.node.getStart() || statement.getParent() !== owner;
    if (!isLater || !runsInPlace(statement)) return [];
    const calls = registrations.within(statement, holder.source);
    const deferred = calls.some((call) => isDeferred(call, statement));
    return [{ statement, registers: calls.length > 0, deferred }];
  });
}

function runsInPlace(statement: Node): boolean {
  return (
    !Node.isFunctionDeclaration(statement) &&
    !Node.isClassDeclaration(statement) &&
    !Node.isReturnStatement(statement)
  );
}

function afterLast({ creation }: App, rows: readonly Row[]): ErrorsPlace | undefined {
  const last = rows.findLast((row) => row.registers);
  const { holder } = creation;
  if (last === undefined || holder === undefined || rows.some((row) => row.deferred)) return undefined;
  return { kind: 'after', source: holder.source, statement: last.statement, argument: holder.name };
}

function placeFor(
  app: App,
  listen: Listen,
  rows: readonly Row[],
  registrations: Registrations,
): ErrorsPlace | undefined {
  const chain = statementsAround(listen.call);
  const at = rows.findIndex(
    (row) => listen.source === app.creation.source && contains(row.statement, listen.call),
  );
  if (rows.some((row, index) => row.deferred && index !== at)) return undefined;
  const last = afterLast(app, rows);
  const lastAt = rows.findLastIndex((row) => row.registers);
  if (last !== undefined && at === -1 && !registersIn(chain, listen, registrations)) return last;
  const between = rows.slice(lastAt + 1, at);
  if (last !== undefined && at !== -1 && (lastAt > at || (lastAt < at && between.every(isQuiet))))
    return last;
  return beforeListen(app, chain, listen, registrations);
}

/** Whether a statement only declares something. */
function isQuiet({ statement }: Row): boolean {
  return (
    Node.isVariableStatement(statement) ||
    Node.isInterfaceDeclaration(statement) ||
    Node.isTypeAliasDeclaration(statement)
  );
}

function contains(statement: Node, call: Node): boolean {
  return statement === call || call.getAncestors().includes(statement);
}

/** Whether the function or file that listens registers something on the app too. */
function registersIn(chain: readonly Node[], { source }: Listen, registrations: Registrations): boolean {
  const block = chain[0]?.getParent();
  return (
    (Node.isBlock(block) || Node.isSourceFile(block)) &&
    block.getStatements().some((each) => runsInPlace(each) && registrations.within(each, source).length > 0)
  );
}

/** Before the outermost statement around the call that registers nothing itself and knows the app. */
function beforeListen(
  app: App,
  chain: readonly Node[],
  listen: Listen,
  registrations: Registrations,
): ErrorsPlace | undefined {
  for (const statement of chain) {
    if (registrations.within(statement, listen.source).length > 0) continue;
    const argument = nameOfApp(app, listen, statement, registrations);
    if (argument !== undefined) return { kind: 'before', source: listen.source, statement, argument };
  }
  return undefined;
}

/** The statements around a call that stand in the block of its own function or file, outermost first. */
function statementsAround(call: CallExpression): readonly Node[] {
  const owner = blockOwner(call);
  const around = call.getAncestors().filter((each) => {
    const parent = each.getParent();
    return Node.isBlock(parent) || Node.isSourceFile(parent) || Node.isCaseClause(parent);
  });
  return around.filter((each) => blockOwner(each) === owner).reverse();
}

/** The function with a body in braces that a node belongs to; `undefined` for the file. */
function blockOwner(node: Node): Node | undefined {
  const owner = ownerOf(node);
  const isBare = Node.isArrowFunction(owner) && !Node.isBlock(owner.getBody());
  return isBare ? blockOwner(owner) : owner;
}

function refuseErrors({ creation: { source, call } }: App): Problem {
  return refuse({
    id: 'errors-place-not-found',
    found:
      'It cannot be told where the service has registered all of its handlers, and failures must be seen to after that.',
    todo: 'Paste the lines below where the last route and handler is registered.',
    places: placesOf([{ source, node: call }]),
  });
}
