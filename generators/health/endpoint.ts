import {
  code,
  contribute,
  type Framework,
  from,
  instance,
  refuse,
  type Statement,
  template,
} from '@joinery/kit';

const health = instance('health');

/** The folder of the framework's own routes, where a handler of Node.js does not fit. */
const ROUTES: Readonly<Partial<Record<Framework, string>>> = {
  fastify: 'fastify/',
  hono: 'hono/',
  koa: 'koa/',
  'node-http': 'node-http/',
};

/** Where probes are answered: the service's port, the admin port that `metrics` listens on, or both. */
export function endpoint(
  framework: Framework,
  where: 'service' | 'admin',
  hasMetrics: boolean,
): readonly Statement[] {
  if (where === 'admin' && !hasMetrics) {
    return [
      refuse(
        'Probes are to be answered on the admin port, which `metrics` listens on, and it is not there.',
        'Add `metrics`, or set `health.endpoint` to `service`.',
        ['joinery.json'],
      ),
    ];
  }
  return [
    ...(where === 'service' ? serviceRoutes(framework) : []),
    ...(hasMetrics ? adminRoutes(framework, where) : []),
  ];
}

function serviceRoutes(framework: Framework): readonly Statement[] {
  return [
    template(`${ROUTES[framework] ?? ''}health/routes.ts`, 'health/routes.ts'),
    contribute('http.routes', {
      name: 'health',
      install: code`${from('healthRoutes', '#host/health/routes')}(${health})`,
    }),
  ];
}

function adminRoutes(framework: Framework, where: 'service' | 'admin'): readonly Statement[] {
  const own = where === 'service' ? ROUTES[framework] : undefined;
  return [
    ...(where === 'admin' ? [template('health/routes.ts', 'health/routes.ts')] : []),
    ...(own === undefined ? [] : [template('health/routes.ts', 'health/admin-routes.ts')]),
    contribute('admin.routes', {
      name: 'health',
      handler:
        own === undefined
          ? code`${from('healthRoutes', '#host/health/routes')}(${health})`
          : code`${from('adminHealth', '#host/health/admin-routes', 'namespace')}.healthRoutes(${health})`,
      ...(where === 'admin' ? { only: true } : {}),
    }),
  ];
}
