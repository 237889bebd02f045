import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import { type HostFiles, openWorkbench, readHostFiles } from '@joinery/testing';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { ROOT } from '../running/joinery.ts';
import { CONTRIBUTING } from './contributing.ts';
import { COLLECTOR, COMPOSE, DASHBOARD_PROVIDERS, DATASOURCES, TEMPO } from './stack-schemas.ts';

const LOGS = { logs: '{service_name="parcels"}' };
const SCHEMAS = {
  'compose.yaml': COMPOSE,
  'otel-collector/collector.yaml': COLLECTOR,
  'tempo/tempo.yaml': TEMPO,
  'grafana/provisioning/datasources/datasources.yaml': DATASOURCES,
  'grafana/provisioning/dashboards/dashboards.yaml': DASHBOARD_PROVIDERS,
};
type Path = keyof typeof SCHEMAS;
const PATHS = Object.keys(SCHEMAS) as readonly Path[];

interface Collector {
  readonly receivers: object;
  readonly processors: object;
  readonly exporters: object;
  readonly service: {
    readonly pipelines: Readonly<
      Record<string, Readonly<Record<'receivers' | 'processors' | 'exporters', string[]>>>
    >;
  };
}

interface Compose {
  readonly services: Readonly<
    Record<string, { readonly environment?: object; readonly volumes?: readonly string[] }>
  >;
}

const ajv = new Ajv({ allErrors: true });
let files: HostFiles;
beforeAll(async () => {
  const bench = openWorkbench(openCatalog({ workspace: ROOT, files: [], more: [] }));
  const host = readHostFiles(join(ROOT, 'packages/testing/fixtures/parcels-express'));
  const add = [...CONTRIBUTING, 'cache-redis'].map((name) =>
    name === 'dashboards' ? { name, options: LOGS } : { name },
  );
  files = await bench.run(host, { add, tier: 'enterprise' });
});

const text = (path: string) => files[`observability/${path}`] ?? '';
const faults = (path: Path, value: unknown) => {
  const check = ajv.compile(SCHEMAS[path]);
  return check(value) ? [] : check.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`);
};

test.each(PATHS)('%s is what its program takes', (path) => {
  expect(faults(path, parse(text(path)))).toEqual([]);
});

test('a field that is misspelt is found in each', () => {
  for (const path of PATHS) expect(faults(path, { ...parse(text(path)), nonsense: 1 })).toHaveLength(1);
  const compose = parse(text('compose.yaml'));
  const redis = { ...compose.services.redis, prots: [] };
  expect(faults('compose.yaml', { ...compose, services: { ...compose.services, redis } })).toHaveLength(1);
});

test('every signal has a pipeline, of components that are there, and memory is limited first', () => {
  const collector: Collector = parse(text('otel-collector/collector.yaml'));
  const { pipelines } = collector.service;
  expect(Object.keys(pipelines).sort()).toEqual(['logs', 'metrics', 'traces']);
  for (const { receivers, processors, exporters } of Object.values(pipelines)) {
    expect(receivers.filter((name) => !(name in collector.receivers))).toEqual([]);
    expect(processors.filter((name) => !(name in collector.processors))).toEqual([]);
    expect(exporters.filter((name) => !(name in collector.exporters))).toEqual([]);
    expect(processors[0]).toBe('memory_limiter');
  }
});

test('whoever is named is there, and every folder that is mounted has files', () => {
  const { services }: Compose = parse(text('compose.yaml'));
  const configured = ['otel-collector/collector.yaml', 'prometheus/prometheus.yaml'].map(text).join('');
  const told = configured + JSON.stringify(services.grafana?.environment);
  const named = [...told.matchAll(/(?:https?:\/\/| )([a-z]+):\d{4}\b/g)].map((match) => match[1]);
  expect(new Set(named).size).toBeGreaterThan(2);
  expect(named.filter((name) => name !== undefined && !(name in services))).toEqual([]);
  const mounts = Object.values(services).flatMap(({ volumes = [] }) => volumes);
  for (const mount of mounts.filter((one) => one.startsWith('./'))) {
    const folder = `observability/${mount.slice(2).split(':')[0]}/`;
    expect(Object.keys(files).filter((path) => path.startsWith(folder))).not.toEqual([]);
  }
});

test('Grafana is told every address that its sources ask for', () => {
  const { services }: Compose = parse(text('compose.yaml'));
  const asked = [
    ...text('grafana/provisioning/datasources/datasources.yaml').matchAll(/(?<!\$)\$\{(\w+)\}/g),
  ].map((match) => match[1] ?? '');
  const told = Object.keys(services.grafana?.environment ?? {});
  expect(asked.filter((name) => !told.includes(name))).toEqual([]);
});
