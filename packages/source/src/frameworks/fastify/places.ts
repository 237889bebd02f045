import type { Problem } from '@joinery/engine';
import type { ArrowFunction, FunctionDeclaration, FunctionExpression } from 'ts-morph';
import { findExport } from '../../follow/exports.ts';
import { unwrap } from '../../follow/shape.ts';
import { Node } from '../../syntax/morph.ts';
import { declarationOf } from '../../syntax/scope.ts';
import { afterCreation, onlyApp } from '../app-places.ts';
import type { FindPlaces, Place, PlaceContext } from '../place.ts';
import { placesOf, refuse } from '../refusals.ts';

const KIND = {
  package: 'fastify',
  creates: (library: string) => library === 'fastify' || library === 'fastify.fastify',
};

/** Everything is one call: after the instance is created, or first in the plugin that `fastify start` loads. */
export const fastifyPlaces: FindPlaces = (context) =>
  context.profile.startedBy === 'fastify-cli'
    ? rootPlugin(context)
    : afterCreation(onlyApp(context, KIND, 'Fastify'), 'Fastify');

function rootPlugin({ sources, entry }: PlaceContext): readonly Place[] | Problem {
  const exported = findExport(sources, entry, 'default');
  const plugin = exported && functionIn(exported.node, 0);
  if (exported === undefined || plugin === undefined) {
    return refuse({
      id: 'app-not-found',
      found: `\`${entry}\` exports no plugin function that \`fastify start\` could load.`,
      todo: 'Name the file of the root plugin as `profile.entry` in joinery.json, or paste the lines below.',
      places: [entry],
    });
  }
  const { source } = exported;
  const parameter = plugin.getParameters()[0]?.getNameNode();
  const body = plugin.getBody();
  if (Node.isIdentifier(parameter) && Node.isBlock(body)) {
    return [{ kind: 'first', source, block: body, argument: parameter.getText() }];
  }
  return refuse({
    id: 'app-unnamed',
    found: 'The root plugin gives its instance no name, or has no body in which a call could stand.',
    todo: 'Give the first parameter of the plugin a name, and a body in braces; or paste the lines below.',
    places: placesOf([{ source, node: plugin }]),
  });
}

/** The function an export stands for, also when a call such as `fp(…)` wraps it. */
function functionIn(
  node: Node,
  depth: number,
): ArrowFunction | FunctionExpression | FunctionDeclaration | undefined {
  const value = unwrap(node);
  if (depth > 6) return undefined;
  if (Node.isArrowFunction(value) || Node.isFunctionExpression(value) || Node.isFunctionDeclaration(value)) {
    return value;
  }
  if (Node.isCallExpression(value)) {
    const [first] = value.getArguments();
    return first && functionIn(first, depth + 1);
  }
  if (Node.isVariableDeclaration(value)) {
    const initial = value.getInitializer();
    return initial && functionIn(initial, depth + 1);
  }
  const declaration = Node.isIdentifier(value) ? declarationOf(value) : undefined;
  return declaration && functionIn(declaration, depth + 1);
}
