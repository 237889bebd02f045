import type { Profile } from '@joinery/kit';
import { dependencies } from './dependencies.ts';
import { PACKAGES } from './version-sets.ts';

const ASKED = ['@opentelemetry/sdk-metrics', '@opentelemetry/api', '@opentelemetry/exporter-prometheus'];

function versions(node: string, own: Profile['dependencies'] = {}) {
  const asked = [...ASKED, ...ASKED].map((name) => ({ name }));
  const said = dependencies(asked, { node: { value: node, evidence: '' }, dependencies: own });
  return said.map(({ name, range }) => `${name.replace('@opentelemetry/', '')} ${range}`);
}

const LINE_2 = ['api ~1.9.1', 'exporter-prometheus 0.223.0', 'sdk-metrics 2.12.0'];
const LINE_3 = ['api ~1.10.0', 'exporter-prometheus 0.301.0', 'sdk-metrics 3.1.0'];

test.each(['20.19.0', '22.14.0', '22.0.0', '20'])('Node.js %s gets the 2.x line', (node) => {
  expect(versions(node)).toEqual(LINE_2);
});

test.each(['22.15.0', '22.20.1', '24.0.0', '26'])('Node.js %s gets the 3.x line', (node) => {
  expect(versions(node)).toEqual(LINE_3);
});

test('a host that uses OpenTelemetry itself keeps its line', () => {
  const tracing = { '@opentelemetry/sdk-trace-base': { range: '^2.0.0', dev: false } };
  const api = (range: string) => ({ '@opentelemetry/api': { range, dev: false } });
  expect(versions('24.0.0', { ...tracing, ...api('^1.9.0') })).toEqual(LINE_2);
  expect(versions('24.0.0', { ...tracing, ...api('~1.10.0') })).toEqual(LINE_3);
  expect(versions('24.0.0', api('~1.9.1'))).toEqual(LINE_3);
});

test('what is no package of the sets is not required', () => {
  const host = { node: { value: '20.19.0', evidence: '' }, dependencies: {} };
  expect(dependencies([{ name: '@opentelemetry/sdk-node' }], host)).toEqual([]);
  expect(Object.keys(PACKAGES)).toContain('@opentelemetry/sdk-trace');
});
