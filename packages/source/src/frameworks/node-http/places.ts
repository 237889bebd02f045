import type { Problem } from '@joinery/engine';
import { CREATES_SERVER } from '../../follow/library.ts';
import type { Creation } from '../../follow/trace.ts';
import { Node, SyntaxKind } from '../../syntax/morph.ts';
import { afterCreation, onlyApp } from '../app-places.ts';
import { type FindPlaces, isProblem, type Place } from '../place.ts';
import { placesOf, refuse } from '../refusals.ts';
import { serverPlaces } from '../server-places.ts';

const KIND = { package: 'http', creates: (library: string) => CREATES_SERVER.test(library) };

/** The listener is wrapped where the server is given it; the server is supervised where it is created. */
export const nodeHttpPlaces: FindPlaces = (context, wiring) => {
  const server = onlyApp(context, KIND, 'HTTP');
  if (isProblem(server)) return server;
  if (wiring.kind !== 'supervise-server') return aroundListener(server.creation);
  return server.creation.holder === undefined ? serverPlaces(server, 'HTTP') : afterCreation(server, 'HTTP');
};

function aroundListener(creation: Creation): readonly Place[] | Problem {
  const { call, source } = creation;
  const listener = Node.isCallExpression(call) ? call.getArguments().findLast(isListener) : undefined;
  const handlers = listener === undefined ? requestHandlers(creation) : [{ source, node: listener }];
  const [only] = handlers;
  if (only !== undefined && handlers.length === 1) {
    return [{ kind: 'wrap', source: only.source, expression: only.node }];
  }
  return refuse({
    id: 'listener-not-found',
    found: `The server has ${handlers.length} listeners that can be told from its creation.`,
    todo: 'Wrap the one that answers requests as shown below.',
    places: placesOf(handlers.length === 0 ? [{ source, node: call }] : handlers),
  });
}

function isListener(argument: Node): boolean {
  return !Node.isObjectLiteralExpression(argument);
}

/** What `server.on('request', …)` is given, in the file that names the server. */
function requestHandlers({ holder }: Creation) {
  if (holder === undefined) return [];
  const { source, name } = holder;
  return source.file.getDescendantsOfKind(SyntaxKind.CallExpression).flatMap((call) => {
    const [event, handler] = call.getArguments();
    const listens = call.getExpression().getText() === `${name}.on`;
    return listens &&
      Node.isStringLiteral(event) &&
      event.getLiteralText() === 'request' &&
      handler !== undefined
      ? [{ source, node: handler }]
      : [];
  });
}
