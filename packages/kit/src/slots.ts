import type { Code } from './code.ts';
import type { ComposeService, DecisionRecord, DomainTable, EventType, Migration } from './data-slots.ts';
import type {
  AlertRule,
  DashboardPanel,
  HttpObserver,
  LogFields,
  MetricBoundary,
  MetricObservation,
  TelemetryPackage,
  TelemetrySetting,
} from './observability-slots.ts';

/**
 * Where HTTP middleware runs; from the outside in. Middleware lands in this order whatever the order
 * in which the features were added.
 */
export const HTTP_PHASES = [
  'context',
  'observe',
  'protect',
  'limit',
  'parse',
  'authenticate',
  'authorize',
  'routes',
  'errors',
] as const;

export type HttpPhase = (typeof HTTP_PHASES)[number];

/** A constant of the composition root: `const health = createHealth(…);`. */
export interface PlatformInstance {
  readonly name: string;
  readonly value: Code;
}

/**
 * Something that sees every request. What `install` evaluates to depends on the framework:
 * Express and Nest: a `(request, response, next)` handler; Fastify: a function that takes the instance and adds hooks;
 * Koa and Hono: a middleware; node:http: a function that wraps a listener.
 */
export interface HttpMiddleware {
  readonly name: string;
  readonly phase: Exclude<HttpPhase, 'routes' | 'errors'>;
  readonly install: Code;
}

/** Routes of the platform's own (health, metrics). `install` has the framework's shape of {@link HttpMiddleware}. */
export interface HttpRoutes {
  readonly name: string;
  readonly install: Code;
}

/**
 * Routes on the port for operators that `metrics` listens on, where it does: dropped where it does not. `handler` evaluates to a
 * `(request, response, next)` function of Node.js' own, on every framework.
 */
export interface AdminRoutes {
  readonly name: string;
  readonly handler: Code;
  /** Whether there is no other place for them: without that port, the plan is refused. */
  readonly only?: boolean;
}

/**
 * What happens when a handler fails or no route answers. A host's own handlers keep precedence, except as noted.
 * What `install` evaluates to depends on the framework:
 * - Express: a function that takes the app and registers error handlers (and one for unknown paths). It is called when
 *   the host has registered everything of its own. On Express 4 the rejections of async handlers reach it too.
 * - Fastify: a function that takes the instance and sets its error and not-found handler, or adds `onError` hooks.
 *   A not-found handler can be set only once: do not where `host.failureHandlers` names one of the host's own.
 * - Hono: a function that takes the app and calls `app.onError` and `app.notFound`.
 * - Koa: a middleware; node:http: a function that wraps a listener. Both stand around everything but the phases
 *   `context` and `observe`, so that a failure is told with the request's context and its answer is observed.
 *   What is wrapped may give a promise: await it, and give one back.
 * - Nest: a function that takes the `HttpAdapterHost` and gives an exception filter (of `report`: an interceptor).
 *   It is provided for the whole app, before the host's own `APP_FILTER` and after its `useGlobalFilters`.
 */
export interface HttpErrors {
  readonly name: string;
  /** `report` looks at a failure and passes it on; `answer` makes a response of it, and only one feature can. */
  readonly stage: 'report' | 'answer';
  readonly install: Code;
}

/**
 * Of Nest only: a provider of the platform's module. `provider` evaluates to `{ provide, useFactory, inject }`, or the like. Nest makes
 * it before it mounts its parsers of bodies and anybody's middleware.
 */
export interface NestProvider {
  readonly name: string;
  readonly provider: Code;
}

/**
 * Something to do once the server listens. `run` evaluates to `() => void | Promise<void>`.
 * `announce` runs when every other step is done: it says that the service is ready.
 */
export interface StartStep {
  readonly name: string;
  /** `open` unless told. */
  readonly stage?: 'open' | 'announce';
  readonly run: Code;
}

/**
 * Something to do while the process ends. `announce` runs at the first signal, before the drain delay;
 * `close` when the last request has been answered; `flush` last, bounded by a time of its own.
 */
export interface ShutdownStep {
  readonly name: string;
  readonly stage: 'announce' | 'close' | 'flush';
  readonly run: Code;
}

/** Who drives start and shutdown. `supervisor` evaluates to the object whose `supervise` takes the server. */
export interface ProcessSupervisor {
  readonly supervisor: Code;
}

/** A module that must be loaded before the rest of the entry. */
export interface Preload {
  readonly name: string;
  /** A file of the platform folder, `#host/config/env`. */
  readonly module: string;
}

export type EnvType = 'string' | 'integer' | 'number' | 'boolean' | 'port' | 'url' | 'enum';

/** A variable the service reads from its environment. */
export interface EnvVariable {
  readonly name: string;
  readonly type: EnvType;
  /** Of an `enum`. */
  readonly values?: readonly string[];
  /** Of a number; in the variable's own unit. */
  readonly min?: number;
  readonly max?: number;
  /** Absent means that the service does not start without the variable, unless it is optional. */
  readonly default?: string | number | boolean;
  readonly optional?: boolean;
  /** The default holds outside production only; there the variable must be set, and to something else. */
  readonly developmentOnly?: boolean;
  /** One sentence with the unit. */
  readonly description: string;
  /** Never printed, and never given a default in `.env.example`. */
  readonly secret?: boolean;
}

/** A readiness check. `check` evaluates to `() => void | Promise<void>` and throws when unhealthy. */
export interface HealthCheck {
  readonly name: string;
  readonly check: Code;
  /** Milliseconds; 1,000 unless told. */
  readonly timeoutMs?: number;
  /** Whether the service is not ready when this fails. */
  readonly critical: boolean;
}

/** An error of the service's own, and what it is to whoever asked over HTTP. */
export interface ErrorMapping {
  readonly name: string;
  /** Evaluates to the class of the error. The most derived class counts. */
  readonly error: Code;
  /** Below 500, the error's message is shown to the client. */
  readonly status: number;
  /** When it is worth asking again. */
  readonly retryAfterSeconds?: number;
}

/** The schemas that a route's requests are checked by, for whoever describes the API. */
export interface ApiRoute {
  readonly name: string;
  /** `POST` */
  readonly method: string;
  /** `/orders/:id` */
  readonly path: string;
  /** Evaluates to an object with any of `params`, `query` and `body`, each a schema of zod. */
  readonly schemas: Code;
}

/**
 * Every slot and what is contributed to it. A feature that opens a slot of its own adds it by declaration merging:
 * `declare module '@joinery/kit' { interface Slots { 'alerts.rules': AlertRule } }`.
 */
export interface Slots {
  'platform.instances': PlatformInstance;
  'http.middleware': HttpMiddleware;
  'http.routes': HttpRoutes;
  'admin.routes': AdminRoutes;
  'http.errors': HttpErrors;
  'http.errors.mappings': ErrorMapping;
  'nest.providers': NestProvider;
  'api.routes': ApiRoute;
  'process.preload': Preload;
  'process.start': StartStep;
  'process.shutdown': ShutdownStep;
  'process.supervisor': ProcessSupervisor;
  'env.variables': EnvVariable;
  'health.checks': HealthCheck;
  'http.observers': HttpObserver;
  'log.fields': LogFields;
  'telemetry.packages': TelemetryPackage;
  'telemetry.settings': TelemetrySetting;
  'metrics.boundaries': MetricBoundary;
  'metrics.observations': MetricObservation;
  'alerts.rules': AlertRule;
  'dashboards.panels': DashboardPanel;
  'storage.migrations': Migration;
  'domain.tables': DomainTable;
  'events.types': EventType;
  'compose.services': ComposeService;
  'decisions.records': DecisionRecord;
}

export type SlotName = keyof Slots;
