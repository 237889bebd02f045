import type { Problem } from '@joinery/engine';
import type { App } from '../../follow/find-app.ts';
import { Node } from '../../syntax/morph.ts';
import type { FrameworkAdapter } from '../adapter.ts';
import { afterCreation, onlyApp } from '../app-places.ts';
import { isProblem } from '../place.ts';
import { placesOf, refuse } from '../refusals.ts';
import { serverPlaces } from '../server-places.ts';
import { composeHono } from './compose.ts';

const KIND = {
  package: 'hono',
  creates: (library: string) => library === 'hono.Hono' || library === '@hono/zod-openapi.OpenAPIHono',
  serves: (library: string) => library === '@hono/node-server.serve',
};

/** Hono 4 on its server for Node.js. */
export const hono: FrameworkAdapter = {
  compose: composeHono,
  places: (context, wiring) => {
    const app = onlyApp(context, KIND, 'Hono');
    if (wiring.kind === 'supervise-server') return serverPlaces(app, 'Hono');
    return (isProblem(app) ? undefined : basePath(app)) ?? afterCreation(app, 'Hono');
  },
};

/** An app that is given its base path before it has a name: all that is mounted on it would lie below that path. */
function basePath({ creation: { call, source, holder } }: App): Problem | undefined {
  const above = call.getAncestors();
  const chain = above.slice(0, holder === undefined ? 0 : Math.max(above.indexOf(holder.node), 0));
  const node = chain.find((each) => Node.isPropertyAccessExpression(each) && each.getName() === 'basePath');
  if (node === undefined) return undefined;
  return refuse({
    id: 'app-below-path',
    found:
      'The Hono app has a base path before it has a name, so the features would answer below that path only.',
    todo: 'Name the app first (`const root = new Hono()`), call `root.basePath(…)` in a statement of its own, then run the command again.',
    places: placesOf([{ source, node }]),
  });
}
