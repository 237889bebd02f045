import { type ComposeService, type Json, NO_CODE, type Profile, type Statement } from '@joinery/kit';
import plan from './plan.ts';

const options = {
  prometheusPort: 9090,
  alertmanagerPort: 9093,
  grafanaPort: 3300,
  otlpPort: 4318,
  metricsPort: 9464,
  probe: 'http://host.docker.internal:3000/livez',
};
const context = {
  host: { service: { name: '@shop/orders' }, manifest: 'package.json' } as Profile,
  framework: 'express' as const,
  tier: 'basic' as const,
  options,
  has: () => true,
  inputs: {},
  parsed: {},
  code: NO_CODE,
};

interface Service {
  readonly image: string;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: readonly string[];
  readonly command?: readonly string[];
}

const contributed = (...services: readonly ComposeService[]) =>
  services.map((service) => ({ ...service, feature: 'storage' }));
const planned = (...services: readonly ComposeService[]) => [
  ...plan.statements(context),
  ...(plan.slots?.['compose.services']?.(contributed(...services), context) ?? []),
];

function yamlOf(said: readonly Statement[], path: string): Json {
  const found = said.find((one) => one.kind === 'document' && one.path === path);
  if (found?.kind !== 'document' || found.content.form !== 'yaml') throw new Error(`${path} is not planned`);
  return found.content.value;
}

const POSTGRES: ComposeService = {
  name: 'postgres',
  service: { image: 'postgres:17' },
  volumes: ['postgres'],
};
const compose = (...services: readonly ComposeService[]) =>
  yamlOf(planned(...services), 'observability/compose.yaml') as unknown as {
    readonly services: Readonly<Record<string, Service>>;
    readonly volumes: Readonly<Record<string, object>>;
  };

test('every image is pinned, and every port open to this machine only', () => {
  const services = Object.values(compose().services);
  expect(services).toHaveLength(6);
  for (const { image } of services) expect(image).toMatch(/^[a-z/-]+:v?\d+\.\d+\.\d+$/);
  for (const port of services.flatMap(({ ports = [] }) => ports))
    expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
});

test('what is mounted and waited for is there', () => {
  const { services, volumes } = compose(POSTGRES);
  const mounted = Object.values(services).flatMap((service) => service.volumes ?? []);
  const sources = mounted.map((mount) => mount.split(':', 1)[0] ?? '');
  const folders = planned().flatMap((one) => (one.kind === 'document' ? [one.path] : []));
  // Of other features: alerts and dashboards.
  const known = [
    ...folders,
    'observability/alertmanager/x',
    'observability/grafana/provisioning/x',
    'observability/grafana/dashboards/x',
  ];
  for (const source of sources) {
    const there = source.startsWith('./')
      ? known.some((path) => path.startsWith(`observability/${source.slice(2)}/`))
      : source in volumes;
    expect({ source, there }).toEqual({ source, there: true });
  }
  for (const name of Object.values(services).flatMap((service) => service.depends_on ?? [])) {
    expect(Object.keys(services)).toContain(name);
  }
  expect(Object.keys(services)).toContain('postgres');
  expect(Object.keys(volumes)).toEqual(['postgres', 'prometheus', 'tempo']);
});

test('Prometheus finds the service under its name', () => {
  expect(yamlOf(planned(), 'observability/prometheus/prometheus.yaml')).toMatchObject({
    scrape_configs: [
      { job_name: '@shop/orders', static_configs: [{ targets: ['host.docker.internal:9464'] }] },
      {
        job_name: '@shop/orders-probe',
        static_configs: [{ targets: ['http://host.docker.internal:3000/livez'] }],
      },
    ],
  });
});

test('two containers of one name are refused', () => {
  const said = planned(POSTGRES, { ...POSTGRES, name: 'grafana' });
  expect(said.filter(({ kind }) => kind === 'refusal')).toEqual([
    expect.objectContaining({ found: 'two containers are named `grafana`.' }),
  ]);
});
