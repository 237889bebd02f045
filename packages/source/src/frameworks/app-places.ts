import type { Problem } from '@joinery/engine';
import { filesNear, importsOf } from '../follow/files.ts';
import { type App, type AppKind, findApps } from '../follow/find-app.ts';
import { Node } from '../syntax/morph.ts';
import { refuseUneditable } from '../wire/editable.ts';
import { madeByLibrary } from './made-by-library.ts';
import { isProblem, type Place, type PlaceContext } from './place.ts';
import { placesOf, refuse } from './refusals.ts';

/** The one app a service starts, or why it cannot be told. */
export function onlyApp(context: PlaceContext, kind: AppKind, title: string): App | Problem {
  const apps = findApps(context.sources, context.entry, kind);
  const [app] = apps;
  if (app === undefined) {
    const hidden = madeByLibrary(context, kind, title) ?? unseen(context, title);
    if (hidden !== undefined) return hidden;
    return refuse({
      id: 'app-not-found',
      found: `No ${title} app was found from \`${context.entry}\` along its imports.`,
      todo: 'Name the file that the start command runs as `profile.entry` in joinery.json, or paste the lines below.',
      places: [context.entry],
    });
  }
  if (apps.length === 1) return app;
  return refuse({
    id: 'app-ambiguous',
    found: `${apps.length} ${title} apps are started from \`${context.entry}\`, and it can't be told which one the features belong to.`,
    todo: 'Name the file that starts the right one as `profile.entry` in joinery.json, or paste the lines below.',
    places: placesOf(apps.map(({ creation }) => ({ source: creation.source, node: creation.call }))),
  });
}

/** A file that cannot be read or parsed, near the entry: the app may be in it. */
function unseen({ sources, entry }: PlaceContext, title: string): Problem | undefined {
  const near = filesNear(sources, entry);
  const faulty = near.map((path) => sources.open(path)).find((each) => each?.error !== undefined);
  const syntax = faulty && refuseUneditable(faulty);
  const [passed] = sources.passed.values();
  const problem = syntax ?? passed;
  if (problem === undefined) return undefined;
  const path = problem.places?.[0]?.replace(/:\d+$/, '') ?? entry;
  const importing = syntax === undefined ? importsOf(sources, near, path) : [];
  const found = `${problem.found} It was searched for the ${title} app.`;
  const { id, todo } = problem;
  return refuse({ id, found, todo, places: [...importing, ...(problem.places ?? [])] });
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
