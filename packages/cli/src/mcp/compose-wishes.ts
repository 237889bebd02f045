import { readRequest, type Service } from '@joinery/door';
import { type Composed, compose, hash, type Plan, type Tree } from '@joinery/engine';
import { askedOf, placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import type { ServicePlace, Wishes } from './inputs.ts';

export interface ComposedWishes {
  readonly service: Service;
  readonly tree: Tree;
  readonly composed: Composed;
}

/** Compose what a client wishes for. Throws ProblemError where the service or the request cannot be understood. */
export async function composeWishes(wishes: Wishes, world: World): Promise<ComposedWishes> {
  const options = {
    ...placeOf(wishes),
    set: wishes.set,
    exclude: wishes.exclude,
    ...(wishes.tier === undefined ? {} : { tier: wishes.tier }),
  };
  const request = readRequest(askedOf(options, { add: wishes.features, remove: wishes.remove }));
  const service = serviceOf(world, options);
  const ports = world.open(service, placesOf(world, options));
  return { service, tree: ports.tree, composed: await compose(request, ports) };
}

/** The options of the command line that name a service. */
export function placeOf({ folder, project }: ServicePlace): {
  readonly cwd?: string;
  readonly project?: string;
} {
  return { ...(folder === undefined ? {} : { cwd: folder }), ...(project === undefined ? {} : { project }) };
}

/** What stands for a plan: two plans with one hash change the same files from the same texts to the same texts. */
export function planHash(plan: Plan): string {
  return hash(JSON.stringify(plan));
}
