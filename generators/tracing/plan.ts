import { atLeast, code, contribute, definePlan, from, instance, template } from '@joinery/kit';
import { databases } from './databases.ts';
import { exportCounts } from './export-counts.ts';
import { settings } from './settings.ts';

interface Options {
  readonly ratio: number;
}

const tracing = instance('tracing');

const FILES = [
  'client-span',
  'propagator',
  'sampling',
  'server-span',
  'span-processors',
  'trace-fetch',
  'trace-http',
  'tracing',
];

const PACKAGES = [
  'context-async-hooks',
  'core',
  'exporter-trace-otlp-http',
  'exporter-trace-otlp-proto',
  'sdk-trace',
];

export default definePlan<Options>({
  statements: ({ host, tier, options, has }) => {
    const { instruments, statements } = databases(host, has);
    const outgoing = [
      code`${from('traceFetch', '#host/tracing/trace-fetch')}`,
      code`${from('traceHttp', '#host/tracing/trace-http')}`,
    ];
    return [
      ...FILES.map((name) => template(`tracing/${name}.ts`, `tracing/${name}.ts`)),
      template('tracing/tracing.check.ts', `tracing/tracing.${host.tests.suffix}.ts`),
      ...statements,
      ...PACKAGES.map((name) => contribute('telemetry.packages', { name: `@opentelemetry/${name}` })),
      ...settings(options.ratio).map((setting) => contribute('telemetry.settings', setting)),
      contribute('platform.instances', {
        name: 'tracing',
        value: code`${from('createTracing', '#host/tracing/tracing')}(${instance('telemetry')}, {
  ratio: ${from('usualRatio', '#host/tracing/sampling')}(${from('env', '#host/config/env')}.NODE_ENV, ${options.ratio}),
  instruments: [${[...outgoing, ...instruments]}],
})`,
      }),
      ...(atLeast(tier, 'advanced') ? exportCounts(code`${tracing}.counts`) : []),
      contribute('http.observers', { name: 'tracing', observer: code`${tracing}` }),
      contribute('log.fields', { name: 'trace', fields: code`() => ${tracing}.logFields()` }),
      contribute('process.shutdown', {
        name: 'tracing',
        stage: 'flush',
        run: code`() => ${tracing}.shutdown()`,
      }),
    ];
  },
});
