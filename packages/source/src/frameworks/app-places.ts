import type { Problem } from '@joinery/engine';
import type { CallExpression } from 'ts-morph';
import { type App, type AppKind, findApps } from '../follow/find-app.ts';
import { Node } from '../syntax/morph.ts';
import { isProblem, type Place, type PlaceContext } from './place.ts';
import { placesOf, refuse } from './refusals.ts';

/** The one app a service starts, or why it cannot be told. */
export function onlyApp(context: PlaceContext, kind: AppKind, title: string): App | Problem {
  const apps = findApps(context.sources, context.entry, kind);
  const [app] = apps;
  if (app === undefined) {
    return refuse({
      id: 'app-not-found',
      found: `No ${title} app was found from \`${context.entry}\` along its imports.`,
      todo: 'Name the file that the start command runs as `entry` in joinery.json, or paste the lines below.',
      places: [context.entry],
    });
  }
  if (apps.length === 1) return app;
  return refuse({
    id: 'app-ambiguous',
    found: `${apps.length} ${title} apps are started from \`${context.entry}\`, and it can't be told which one the features belong to.`,
    todo: 'Name the file that starts the right one as `entry` in joinery.json, or paste the lines below.',
    places: placesOf(apps.map(({ creation }) => ({ source: creation.source, node: creation.call }))),
  });
}

/** The place right after an app has got its name. */
export function afterCreation(app: App | Problem, title: string): readonly Place[] | Problem {
  if (isProblem(app)) return app;
  const { holder, call, source } = app.creation;
  if (holder === undefined) {
    return refuse({
      id: 'app-unnamed',
      found: `The ${title} app is created in the middle of an expression, so no statement can follow it.`,
      todo: 'Give the app a name of its own (`const app = …`), or paste the lines below.',
      places: placesOf([{ source, node: call }]),
    });
  }
  if (!Node.isPropertyDeclaration(holder.node)) {
    return [{ kind: 'after', source: holder.source, statement: holder.node, argument: holder.name }];
  }
  const owner = holder.node.getParent();
  const [body] = Node.isClassDeclaration(owner) ? owner.getConstructors().map((each) => each.getBody()) : [];
  if (Node.isBlock(body))
    return [{ kind: 'first', source: holder.source, block: body, argument: holder.name }];
  return refuse({
    id: 'app-unnamed',
    found: `The ${title} app is created by a class property, and the class has no constructor in which a call could follow.`,
    todo: 'Add a constructor to the class, or paste the lines below into the first method that uses the app.',
    places: placesOf([{ source: holder.source, node: holder.node }]),
  });
}

/** The calls that make the app's server listen: one, or several of which only one runs. */
export function aroundListen(app: App | Problem, title: string): readonly Place[] | Problem {
  if (isProblem(app)) return app;
  const { listens, creation } = app;
  if (listens.length === 0) {
    return refuse({
      id: 'listen-not-found',
      found: `The ${title} app is created, but no call of \`listen\` was found that makes it a server.`,
      todo: 'Paste the lines below where the server starts.',
      places: placesOf([{ source: creation.source, node: creation.call }]),
    });
  }
  const calls = listens.map((each) => each.call);
  if (calls.some((call, index) => calls.slice(index + 1).some((other) => !exclude(call, other)))) {
    return refuse({
      id: 'listen-ambiguous',
      found: `The ${title} app listens in ${listens.length} places, and it can't be told which server the process is for.`,
      todo: 'Wrap the right one yourself as shown below.',
      places: placesOf(listens.map(({ source, call }) => ({ source, node: call }))),
    });
  }
  return listens.map(({ source, call }) => ({ kind: 'wrap', source, expression: call }));
}

/** Whether only one of two calls runs: they are in different branches of one condition. */
function exclude(a: CallExpression, b: CallExpression): boolean {
  const branches = new Map<Node, Node>();
  for (let node: Node = a; ; ) {
    const parent = node.getParent();
    if (parent === undefined) break;
    if (Node.isIfStatement(parent) || Node.isConditionalExpression(parent)) branches.set(parent, node);
    node = parent;
  }
  for (let node: Node = b; ; ) {
    const parent = node.getParent();
    if (parent === undefined) return false;
    const branch = branches.get(parent);
    if (branch !== undefined) return branch !== node;
    node = parent;
  }
}
