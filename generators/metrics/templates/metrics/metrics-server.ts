import { createServer, type Server } from 'node:http';
import type { Telemetry } from '#host/telemetry/telemetry';
import type { Metrics } from './metrics.ts';
import { metricsRoutes } from './routes.ts';

export interface MetricsServer {
  /** Listen. A port that is taken is logged and costs the service nothing but its metrics. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Throw when the server should listen and does not. */
  check(): void;
}

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
  let server: Server | undefined;

  function start(): Promise<void> {
    if (!metrics.scraped || server !== undefined) return Promise.resolve();
    const routes = metricsRoutes(metrics);
    const starting = createServer((request, response) => {
      routes(request, response, () => response.writeHead(404).end());
    });
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

  return { start, stop, check };
}

function defaultHost(): string {
  const { KUBERNETES_SERVICE_HOST } = process.env;
  return KUBERNETES_SERVICE_HOST ? '0.0.0.0' : '127.0.0.1';
}
