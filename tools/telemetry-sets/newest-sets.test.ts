import { newestSets, type Registry } from './newest-sets.ts';

const EXPORTER = '@opentelemetry/exporter-prometheus';
const LOGS_EXPORTER = '@opentelemetry/exporter-logs-otlp-proto';
const OTLP = '@opentelemetry/exporter-trace-otlp-proto';

const registry: Registry = {
  packages: {
    '@opentelemetry/api': 'api',
    '@opentelemetry/sdk-metrics': 'stable',
    [EXPORTER]: 'experimental',
    [OTLP]: 'experimental',
    [LOGS_EXPORTER]: 'experimental',
    '@opentelemetry/sdk-logs': 'logs',
  },
  versions: (name) => {
    if (name === '@opentelemetry/api') return ['1.9.0', '1.9.1', '1.10.0', '1.11.0'];
    if (name === '@opentelemetry/sdk-metrics') return ['2.11.0', '2.12.0', '3.1.0', '3.1.1'];
    if (name === '@opentelemetry/sdk-logs') return ['0.222.0', '0.223.0', '3.1.0', '3.1.1'];
    // One exporter of the newest release is missing still.
    return ['0.222.0', '0.223.0', '0.301.0', '0.302.0-rc.1', ...(name === EXPORTER ? ['0.302.0'] : [])];
  },
  field: (name, version, field) => {
    if (field === 'dependencies') {
      const stable = { '0.222.0': '2.11.0', '0.223.0': '2.12.0', '0.301.0': '3.1.0', '0.302.0': '3.1.1' };
      const sdk = stable[version as keyof typeof stable];
      const logs = version.startsWith('0.2') ? version : sdk;
      return name === LOGS_EXPORTER
        ? { '@opentelemetry/sdk-logs': logs }
        : { '@opentelemetry/sdk-metrics': sdk };
    }
    const three = version.startsWith('3');
    if (field === 'engines') return { node: three ? '>=22.15.0' : '^18.19.0 || >=20.6.0' };
    return { '@opentelemetry/api': three ? '>=1.10.0 <1.11.0' : '>=1.9.0 <1.10.0', name };
  },
};

test('a set is the newest that all its packages have, not the latest of each', () => {
  expect(newestSets(registry)).toEqual({
    '2': { node: '20.6.0', api: '~1.9.1', stable: '2.12.0', experimental: '0.223.0', logs: '0.223.0' },
    '3': { node: '22.15.0', api: '~1.10.0', stable: '3.1.0', experimental: '0.301.0', logs: '3.1.0' },
  });
});

test('a line that no package has is told', () => {
  expect(() => newestSets({ ...registry, versions: () => [] })).toThrow('No version of line 2');
});
