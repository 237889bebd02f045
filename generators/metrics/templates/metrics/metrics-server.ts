import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Telemetry } from '#host/telemetry/telemetry';
import type { Metrics } from './metrics.ts';
import { metricsRoutes } from './routes.ts';

export interface MetricsServer {
  /** Listen. A port that is taken is logged and costs the service nothing but its metrics. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Answer something else on the same port; to be called before it starts. */
  serve(route: AdminRoute): void;
  /** Throw when the server should listen and does not. */
  check(): void;
}

/** Answers what it knows, and passes everything else on. */
export type AdminRoute = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

export interface MetricsServerOptions {
  readonly port: number;
  /** 127.0.0.1 unless told, and 0.0.0.0 under Kubernetes, where Prometheus is in another pod. */
  readonly host?: string | undefined;
}

/**
 * Serve `/metrics` on a port of its own, which need not be reachable from outside. OpenTelemetry's names for the
 * address win: OTEL_EXPORTER_PROMETHEUS_HOST and OTEL_EXPORTER_PROMETHEUS_PORT.
 */
export function createMetricsServer(
  metrics: Metrics,
  { settings }: Pick<Telemetry, 'settings'>,
  options: MetricsServerOptions,
): MetricsServer {
  const port = settings.integer('OTEL_EXPORTER_PROMETHEUS_PORT', options.port);
  const host = settings.text('OTEL_EXPORTER_PROMETHEUS_HOST') ?? options.host ?? defaultHost();
  const routes: AdminRoute[] = metrics.scraped ? [metricsRoutes(metrics)] : [];
  let server: Server | undefined;

  function answer(request: IncomingMessage, response: ServerResponse, index: number): void {
    const route = routes[index];
    if (route === undefined) response.writeHead(404).end();
    else {
      route(request, response, (error) => {
        if (error === undefined) answer(request, response, index + 1);
        else response.destroy();
      });
    }
  }

  function start(): Promise<void> {
    if (routes.length === 0 || server !== undefined) return Promise.resolve();
    const starting = createServer((request, response) => answer(request, response, 0));
    server = starting.unref();
    return new Promise((resolve) => {
      starting.once('error', (error) => {
        process.stderr.write(`metrics: not served on ${host}:${port}: ${error.message}\n`);
        resolve();
      });
      starting.listen(port, host, resolve);
    });
  }

  async function stop(): Promise<void> {
    if (server?.listening === true) {
      server.close();
      server.closeAllConnections();
    }
    await metrics.shutdown();
  }

  function check(): void {
    if (server !== undefined && !server.listening)
      throw new Error('the metrics server does not listen');
    metrics.check();
  }

  return { start, stop, check, serve: (route) => void routes.push(route) };
}

function defaultHost(): string {
  const { KUBERNETES_SERVICE_HOST } = process.env;
  return KUBERNETES_SERVICE_HOST ? '0.0.0.0' : '127.0.0.1';
}
