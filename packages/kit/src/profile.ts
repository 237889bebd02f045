import type { Json } from './json.ts';
import type { Framework, Range } from './manifest.ts';

/** Something found in the host, and where: `src/server.ts:41` or `package.json#dependencies.express`. */
export interface Fact<T> {
  readonly value: T;
  readonly evidence: string;
}

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';
export type ModuleSystem = 'esm' | 'commonjs';
export type TestRunner = 'jest' | 'vitest' | 'node' | 'mocha';

/** How the host writes TypeScript; generated text follows it. */
export interface CodeStyle {
  /** One level of indentation: spaces or a tab. */
  readonly indent: string;
  readonly quotes: 'single' | 'double';
  readonly semicolons: 'always' | 'never';
  readonly eol: '\n' | '\r\n';
}

/** What relative imports look like: `./x`, `./x.js` or `./x.ts`. */
export type ImportExtension = '' | '.js' | '.ts';

/** Something of the host's own that answers when a handler fails, or no route does. */
export interface FailureHandler {
  readonly kind: 'error' | 'not-found';
  /** `src/app.ts:31` */
  readonly evidence: string;
}

/** A client of a database, cache or queue, or a logger, that the host's own code makes once and exports by name. */
export interface HostClient {
  /** `pg`, `mysql2/promise`, `@prisma/client`. */
  readonly package: string;
  /** From the service's folder. */
  readonly file: string;
  readonly name: string;
  /** `src/db/pool.ts:4`. */
  readonly evidence: string;
}

/** Another service that the host's own code calls, at an address from the environment. */
export interface HostUpstream {
  /** `STOCK_URL` */
  readonly variable: string;
  /** The address that the code uses where the variable is not set. */
  readonly fallback?: string;
  /** `src/stock.ts:4`. */
  readonly evidence: string;
}

/** A client that Nest provides wherever it is injected. */
export interface HostProvider {
  /** As of a {@link HostClient}. */
  readonly package: string;
  /** What it is injected by: something of a package's, something that a file of the service exports, or a text. */
  readonly token:
    | { readonly kind: 'package'; readonly name: string; readonly module: string; readonly called?: true }
    | { readonly kind: 'source'; readonly name: string; readonly file: string }
    | { readonly kind: 'text'; readonly value: string };
  /** `src/app.module.ts:14`. */
  readonly evidence: string;
}

export interface HostDependency {
  /** The range in package.json. */
  readonly range: Range;
  /** The version in node_modules, when it is installed. */
  readonly installed?: string;
  readonly dev: boolean;
}

/** The settings that compile a service's sources. */
export interface Compilation {
  /** `tsconfig.json`; `tsconfig.app.json` where the former only refers to others. */
  readonly file: string;
  /** Which of these it sets, so that a check that writes nothing must unset them. */
  readonly writes: readonly (
    | 'composite'
    | 'incremental'
    | 'declarationMap'
    | 'emitDeclarationOnly'
    | 'tsBuildInfoFile'
  )[];
}

/** A workspace, as its services see it. */
export interface HostWorkspace {
  /** The way from the service to it: `../..`. */
  readonly up: string;
  /** The service's folder in it: `services/orders`. */
  readonly place: string;
  /** Whether it is one of Nx. */
  readonly nx: boolean;
  /** Where it lists its packages: `package.json` and `['workspaces']`. */
  readonly members?: { readonly file: string; readonly path: readonly [string, ...string[]] };
  /** Its compiler settings: `tsconfig.base.json`. */
  readonly tsconfig?: string;
}

/**
 * What the host is, with evidence. All paths are relative to the service's folder and use `/`.
 * A fact that could not be told is `undefined` and named in `unknown`.
 */
export interface Profile {
  readonly service: { readonly name: string; readonly description?: string };
  /** The package.json that lists the service's dependencies: its own, or its workspace's (`../../package.json`). */
  readonly manifest: string;
  readonly packageManager: Fact<PackageManager>;
  /** The workspace that the service belongs to. */
  readonly workspace?: HostWorkspace;
  /** What compiles the service's sources; absent where there is no tsconfig. */
  readonly compilation?: Compilation;
  /** Where the compiler puts the service's sources when it starts from them, e.g. `dist`; absent when it runs as it is. */
  readonly outputFolder?: string;
  readonly moduleSystem: Fact<ModuleSystem>;
  readonly importExtension: ImportExtension;
  /** Of `import()` inside of code where it is another: Node.js resolves that as an ES module does, even in CommonJS. */
  readonly lazyExtension?: '.js';
  /** The folder of the entry's sources, e.g. `src`. Empty for the service's own folder. */
  readonly sourceRoot: string;
  /** Where the features are composed, e.g. `src/platform`. */
  readonly platformFolder: string;
  /** The source file the start command ends up running. */
  readonly entry?: Fact<string>;
  readonly framework?: Fact<{ readonly name: Framework; readonly version: string }>;
  /** Of Nest only: which HTTP server it runs on. */
  readonly httpPlatform?: 'express' | 'fastify';
  /** Where the host's own code, as far as the entry reaches it, calls `console`: `src/index.ts:14`. */
  readonly consoleCalls: readonly string[];
  /** The clients that the host's own code exports, as far as the entry reaches it; nearest the entry first. */
  readonly clients: readonly HostClient[];
  /** The clients that a Nest service provides; none of other frameworks. */
  readonly providers: readonly HostProvider[];
  /** The other services that it calls over HTTP, as far as their address comes from the environment. */
  readonly upstreams: readonly HostUpstream[];
  /** The loggers of pino and winston that it exports. */
  readonly loggers: readonly HostClient[];
  /** Where the host's own code handles SIGTERM or SIGINT, or a package does so for it: `src/index.ts:14`. */
  readonly signalHandlers: readonly string[];
  /** Where the host's own code answers failures or unknown paths; nearest the entry first. */
  readonly failureHandlers: readonly FailureHandler[];
  /** Who starts the HTTP server: the service's own code, or a command such as `fastify start`. */
  readonly startedBy: 'own-code' | 'fastify-cli';
  /** A folder with Kubernetes manifests, `k8s`; the evidence is one of them. */
  readonly kubernetes?: Fact<string>;
  /** The lowest Node.js version the host promises to run on. */
  readonly node: Fact<string>;
  readonly typescript?: Fact<string>;
  readonly tests: {
    readonly runner?: TestRunner;
    readonly suffix: 'test' | 'spec';
    /** Where the host keeps its tests when not beside its sources: `tests`. */
    readonly folder?: string;
    /** The module that `describe` and `it` are imported from; absent where they are in scope, types included. */
    readonly module?: string;
  };
  readonly style: CodeStyle;
  /** Prettier's options, when the host formats with Prettier and says how in JSON or YAML. */
  readonly prettier?: Fact<Readonly<Record<string, Json>>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, HostDependency>>;
  /** In sentences: what could not be told and how to pin it in joinery.json. */
  readonly unknown: readonly string[];
}
