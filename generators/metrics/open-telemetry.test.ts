import type { Profile } from '@joinery/kit';
import { openTelemetry } from './open-telemetry.ts';

function versions(node: string, dependencies: Profile['dependencies'] = {}) {
  const said = openTelemetry({ node: { value: node, evidence: '' }, dependencies });
  return Object.fromEntries(said.map(({ name, range }) => [name.replace('@opentelemetry/', ''), range]));
}

const LINE_2 = {
  api: '~1.9.1',
  'exporter-prometheus': '0.223.0',
  resources: '2.12.0',
  'sdk-metrics': '2.12.0',
};
const LINE_3 = {
  api: '~1.10.0',
  'exporter-prometheus': '0.301.0',
  resources: '3.1.0',
  'sdk-metrics': '3.1.0',
};

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
