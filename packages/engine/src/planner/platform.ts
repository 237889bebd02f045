import type {
  Code,
  HttpErrors,
  HttpMiddleware,
  HttpRoutes,
  NestProvider,
  PlatformInstance,
  Preload,
  Profile,
  ShutdownStep,
  StartStep,
} from '@joinery/kit';

/** Everything the features contributed to the service's composition root, in its final order. */
export interface PlatformModel {
  /** Each after the ones it refers to. */
  readonly instances: readonly PlatformInstance[];
  /** By phase, then by name. */
  readonly middleware: readonly HttpMiddleware[];
  readonly routes: readonly HttpRoutes[];
  /** Those that report before the one that answers, then by name. */
  readonly errors: readonly HttpErrors[];
  /** Of Nest only, by name. */
  readonly providers: readonly NestProvider[];
  readonly preloads: readonly Preload[];
  /** Set when a feature drives start and shutdown; `start` and `shutdown` are then empty. */
  readonly supervisor?: Code;
  readonly start: readonly StartStep[];
  readonly shutdown: readonly ShutdownStep[];
}

/** A TypeScript file of the platform folder. */
export interface PlatformFile {
  /** Inside the platform folder: `index.ts`. */
  readonly to: string;
  readonly content: Code;
}

/**
 * Something the host's own files must do for the composition root.
 * `symbol` is exported by `module`, a file of the platform folder (`#host/index`).
 */
export type Wiring =
  | { readonly kind: 'preload'; readonly module: string }
  | { readonly kind: 'install-app'; readonly symbol: string; readonly module: string }
  | { readonly kind: 'install-errors'; readonly symbol: string; readonly module: string }
  | { readonly kind: 'supervise-server'; readonly symbol: string; readonly module: string }
  | { readonly kind: 'import-nest-module'; readonly symbol: string; readonly module: string };

/** The composition root, rendered for one framework, and what the host must do with it. */
export interface Composition {
  readonly files: readonly PlatformFile[];
  readonly wirings: readonly Wiring[];
}

/** Renders the composition root for the host's framework. Pure; reads nothing. */
export type ComposePlatform = (model: PlatformModel, profile: Profile) => Composition;
