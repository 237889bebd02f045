import type { IncomingMessage } from 'node:http';

/** What Express adds to a request while it looks for a route. */
interface RoutedRequest extends IncomingMessage {
  params?: Readonly<Record<string, unknown>>;
  baseUrl?: string;
  route?: { readonly path: unknown };
}

interface Tracked {
  baseUrl: string;
  /** Where each router is mounted: the path, and the same with its parameters by name. */
  mounts: Map<string, string> | undefined;
  route: RoutedRequest['route'];
  template: string | undefined;
}

const tracked = new WeakMap<object, Tracked>();

/**
 * Note the template of the route at the moment Express finds it. Later is too late: when a handler has failed,
 * `baseUrl` no longer names the router; and it holds values (`/users/42`) where a router is mounted on a parameter.
 */
export function trackRoute(request: RoutedRequest): () => string | undefined {
  const { baseUrl = '', route } = request;
  const state: Tracked = {
    baseUrl,
    mounts: undefined,
    route,
    template: undefined,
  };
  tracked.set(request, state);
  Object.defineProperties(request, ACCESSORS);
  return () => state.template;
}

const ACCESSORS: PropertyDescriptorMap = {
  baseUrl: {
    configurable: true,
    enumerable: true,
    get(this: RoutedRequest) {
      return tracked.get(this)?.baseUrl;
    },
    set(this: RoutedRequest, value: string | undefined) {
      const state = tracked.get(this);
      if (state === undefined) return;
      if (value !== undefined && value.length > state.baseUrl.length) {
        const added = value.slice(state.baseUrl.length);
        state.mounts ??= new Map();
        state.mounts.set(value, mountOf(state) + withNames(added, this.params ?? {}));
      }
      state.baseUrl = value ?? '';
    },
  },
  route: {
    configurable: true,
    enumerable: true,
    get(this: RoutedRequest) {
      return tracked.get(this)?.route;
    },
    set(this: RoutedRequest, route: RoutedRequest['route']) {
      const state = tracked.get(this);
      if (state === undefined) return;
      state.route = route;
      if (route === undefined) return;
      const path = `${mountOf(state)}${String(route.path)}`;
      state.template = path.length > 1 ? path.replace(/\/$/, '') : path;
    },
  },
};

function mountOf({ mounts, baseUrl }: Tracked): string {
  return mounts?.get(baseUrl) ?? baseUrl;
}

/** Put the names of parameters in the place of their values. */
function withNames(path: string, params: Readonly<Record<string, unknown>>): string {
  const names = new Map(Object.entries(params).map(([name, value]) => [value, name]));
  if (names.size === 0) return path;
  const named = path.split('/').map((segment) => {
    const name = names.get(decoded(segment));
    return name === undefined ? segment : `:${name}`;
  });
  return named.join('/');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
