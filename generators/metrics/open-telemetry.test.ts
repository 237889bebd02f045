import { openTelemetry } from './open-telemetry.ts';

const versions = (node: string) =>
  Object.fromEntries(
    openTelemetry(node).map(({ name, range }) => [name.replace('@opentelemetry/', ''), range]),
  );

test.each(['20.19.0', '22.14.0', '22.0.0', '20'])('Node.js %s gets the 2.x line', (node) => {
  expect(versions(node)).toEqual({
    api: '~1.9.1',
    'exporter-prometheus': '0.223.0',
    resources: '2.12.0',
    'sdk-metrics': '2.12.0',
  });
});

test.each(['22.15.0', '22.20.1', '24.0.0', '26'])('Node.js %s gets the 3.x line', (node) => {
  expect(versions(node)).toMatchObject({ api: '~1.10.0', 'sdk-metrics': '3.1.0' });
});
