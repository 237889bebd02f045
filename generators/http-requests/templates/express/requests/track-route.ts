import { IncomingMessage } from 'node:http';

/** What Express adds to a request while it looks for a route. */
interface RoutedRequest extends IncomingMessage {
  params?: Readonly<Record<string, unknown>>;
  baseUrl?: string;
  route?: { readonly path: unknown };
  [TRACKED]?: Tracked;
}

interface Tracked {
  baseUrl: string;
  /** Where each router is mounted: the path, and the same with its parameters by name. */
  mounts: Map<string, string> | undefined;
  route: RoutedRequest['route'];
  template: string | undefined;
}

const TRACKED: unique symbol = Symbol('tracked route');

/**
 * Note the template of the route at the moment Express finds it. Later is too late: when a handler has failed,
 * `baseUrl` no longer names the router; and it holds values (`/users/42`) where a router is mounted on a parameter.
 */
export function trackRoute(request: RoutedRequest): () => string | undefined {
  const state = trackedOf(request);
  if (Object.getOwnPropertyDescriptor(request, 'baseUrl') !== undefined) {
    // The first request of an app: from the next one on, what all its requests inherit from does this.
    const { baseUrl = '', route } = request;
    Object.assign(state, { baseUrl, route });
    Object.defineProperties(request, ACCESSORS);
    const shared = Reflect.getPrototypeOf(request);
    if (shared !== null && shared !== IncomingMessage.prototype)
      Object.defineProperties(shared, ACCESSORS);
  }
  return () => state.template;
}

function trackedOf(request: RoutedRequest): Tracked {
  const known = request[TRACKED];
  if (known !== undefined) return known;
  const state = { baseUrl: '', mounts: undefined, route: undefined, template: undefined };
  request[TRACKED] = state;
  return state;
}

const ACCESSORS: PropertyDescriptorMap = {
  baseUrl: {
    configurable: true,
    enumerable: true,
    get(this: RoutedRequest) {
      return this[TRACKED]?.baseUrl;
    },
    set(this: RoutedRequest, value: string | undefined) {
      const state = trackedOf(this);
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
      return this[TRACKED]?.route;
    },
    set(this: RoutedRequest, route: RoutedRequest['route']) {
      const state = trackedOf(this);
      state.route = route;
      if (route === undefined) return;
      const path = `${mountOf(state)}${String(route.path)}`;
      state.template = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
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
