import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  measure,
  requestCounts,
  testMetrics,
  testTelemetry,
  urlOf,
} from '../../fixtures/scrape.ts';
import { createMetrics } from './metrics.ts';
import { createMetricsServer } from './metrics-server.ts';
import { metricsRoutes } from './routes.ts';

const collectGarbage = () => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
};

describe('what is measured', () => {
  it('goes by the names that dashboards and rules expect', async () => {
    const metrics = testMetrics();
    collectGarbage();
    measure(metrics, '/a', 500);
    let text = await metrics.collect();
    // What it took is told later.
    while (!text.includes('# TYPE v8js_gc_duration')) {
      await setTimeout(1);
      text = await metrics.collect();
    }
    await metrics.shutdown();
    const types = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(
      ([, name, type]) => `${name} ${type}`,
    );
    expect(types.sort()).toEqual([
      'build_info gauge',
      'http_server_active_requests gauge',
      'http_server_request_duration_seconds histogram',
      'nodejs_eventloop_delay_max_seconds gauge',
      'nodejs_eventloop_delay_p50_seconds gauge',
      'nodejs_eventloop_delay_p90_seconds gauge',
      'nodejs_eventloop_delay_p99_seconds gauge',
      'nodejs_eventloop_time_seconds_total counter',
      'nodejs_eventloop_utilization_ratio gauge',
      'process_cpu_time_seconds_total counter',
      'process_memory_usage_bytes gauge',
      'process_start_time_seconds gauge',
      'process_uptime_seconds gauge',
      'target_info gauge',
      'v8js_gc_duration_seconds histogram',
      'v8js_memory_heap_limit_bytes gauge',
      'v8js_memory_heap_space_size_bytes gauge',
      'v8js_memory_heap_used_bytes gauge',
    ]);
    expect(text).toMatch(
      /_count\{http_request_method="GET",http_route="\/a",http_response_status_code="500",url_scheme="http",error_type="500"\} 1/,
    );
    expect(text).toMatch(/_bucket\{.*le="0.005"\} /);
    expect(text).not.toMatch(/otel_scope/);
  });

  it('stays bounded however many routes and scrapes there are, and loses no request', async () => {
    const metrics = testMetrics(20);
    for (let scrape = 0; scrape < 10; scrape++) {
      for (let path = 0; path < 500; path++) {
        measure(metrics, `/${scrape}/${path}`, 200);
      }
      await metrics.collect();
    }
    const counts = await requestCounts(metrics);
    const text = await metrics.collect();
    await metrics.shutdown();
    expect(Object.keys(counts)).toHaveLength(21);
    expect(counts['GET _other 200']).toBe(5_000 - 20);
    expect(text).toMatch(
      /^metrics_label_overflow_total\{metric="http.server.request.duration",label="http.route"\} 4980$/m,
    );
  });

  it('is nothing when it is disabled, and the service works', async () => {
    const telemetry = testTelemetry({ OTEL_SDK_DISABLED: 'true' });
    const metrics = createMetrics(telemetry, { maxRoutes: 5, observe: [] });
    measure(metrics, '/a', 200);
    expect(await metrics.collect()).toBe('');
    const server = createMetricsServer(metrics, telemetry, { port: 0 });
    await server.start();
    server.check();
    await server.stop();
  });
});

describe('where it is read', () => {
  const metrics = testMetrics();
  const routes = metricsRoutes(metrics);
  const server = createServer((req, res) => routes(req, res, () => res.writeHead(404).end()));
  beforeAll(() => once(server.listen(0), 'listening'));
  afterAll(() => server.close());

  it.each([
    ['GET', '/metrics', 200],
    ['HEAD', '/metrics', 200],
    ['GET', '/metrics?name=up', 200],
    ['POST', '/metrics', 405],
    ['GET', '/', 404],
  ])('%s %s gets %i', async (method, path, status) => {
    const response = await fetch(urlOf(server, path), { method });
    expect(response.status).toBe(status);
    if (status === 200)
      expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect((await response.text()).startsWith('# HELP target_info')).toBe(
      method === 'GET' && status === 200,
    );
  });

  it('is where other features answer, too, also when nothing is measured', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as { readonly port: number };
    free.close();
    await once(free, 'close');
    const telemetry = testTelemetry({ OTEL_SDK_DISABLED: 'true' });
    const disabled = createMetrics(telemetry, { maxRoutes: 5, observe: [] });
    const admin = createMetricsServer(disabled, telemetry, { port });
    admin.serve((request, response, next) =>
      request.url === '/livez' ? void response.end('alive') : next(),
    );
    await admin.start();
    const statuses = ['/livez', '/metrics', '/'].map(async (path) => {
      return (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    });
    expect(await Promise.all(statuses)).toEqual([200, 404, 404]);
    await admin.stop();
  });

  it('costs the service nothing but its metrics when the port is taken', async () => {
    const { port } = server.address() as { readonly port: number };
    const warning = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const second = createMetricsServer(metrics, testTelemetry(), { port, host: '::' });
    await second.start();
    expect(warning).toHaveBeenCalledWith(expect.stringContaining('EADDRINUSE'));
    warning.mockRestore();
    expect(() => second.check()).toThrow('does not listen');
    await second.stop();
  });
});
