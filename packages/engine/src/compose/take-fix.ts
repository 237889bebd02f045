import type { ResolveRequest } from '../resolver/request.ts';
import type { Fix } from '../resolver/resolution.ts';
import type { ComposeRequest } from './request.ts';

/** What was asked of the resolver for a request that came back without a solution. */
export interface Unsolved {
  readonly request: ComposeRequest;
  readonly asked: ResolveRequest;
  /** The features that joinery.json wants already. */
  readonly wanted: readonly string[];
}

/**
 * Turn a fix into the request that takes it. `undefined` for one that only people can take: upgrading a dependency of the
 * host, or changing what joinery.json excludes.
 */
export function takeFix({ request, asked, wanted }: Unsolved, fix: Fix): ComposeRequest | undefined {
  const next = fix.request;
  const sameHost = Object.entries(asked.host ?? {}).every(([name, version]) => next.host?.[name] === version);
  const allowed = (asked.exclude ?? []).filter((name) => !(next.exclude ?? []).includes(name));
  if (!sameHost || allowed.some((name) => !request.exclude.includes(name))) return undefined;
  const asks = new Map(request.add.map((one) => [one.name, one]));
  const add = Object.entries(next.features)
    .filter(([name, range]) => asks.has(name) || asked.features[name] !== range)
    .map(([name, range]) => ({ ...asks.get(name), name, range }));
  const dropped = wanted.filter((name) => !Object.hasOwn(next.features, name));
  return {
    ...request,
    add,
    remove: [...new Set([...request.remove, ...dropped])],
    exclude: request.exclude.filter((name) => !allowed.includes(name)),
    ...(next.tier === undefined ? {} : { tier: next.tier }),
  };
}
