import { definePlan, document, note, type Profile, refuse, type Statement, script, yaml } from '@joinery/kit';
import { composeFile, ownServices } from './compose-file.ts';
import { COLLECTOR, prometheusConfig, TEMPO } from './configurations.ts';
import type { Options } from './options.ts';

const FILE = 'observability/compose.yaml';
const UP = `docker compose -f ${FILE} up -d`;

export default definePlan<Options>({
  statements: ({ host, options }) => [
    document(
      'observability/prometheus/prometheus.yaml',
      yaml(
        prometheusConfig(host.service.name, options.metricsPort, options.probe),
        'For development: the service runs on this machine.',
      ),
    ),
    document('observability/otel-collector/collector.yaml', yaml(COLLECTOR)),
    document('observability/tempo/tempo.yaml', yaml(TEMPO)),
    ...commands(host),
    note(
      `Start the service with METRICS_HOST=0.0.0.0, so that Prometheus reaches it from its container; Grafana is on http://localhost:${options.grafanaPort}.`,
    ),
  ],
  slots: {
    'compose.services': (contributed, { host, options }) => {
      const taken = [...ownServices(options), ...contributed].map(({ name }) => name);
      const repeated = taken.filter((name, index) => taken.indexOf(name) !== index);
      return [
        ...repeated.map((name) =>
          refuse(
            `two containers are named \`${name}\`.`,
            'Remove one of the features they come from, or ask its author for another name.',
            [],
          ),
        ),
        document(
          FILE,
          yaml(
            composeFile(host.service.name, options, contributed),
            `What is needed while the service is developed: ${UP}\nAnybody on this machine may see and change everything in it.`,
          ),
        ),
      ];
    },
  },
});

/** In a workspace with one package.json for all, a script would not say which service it is for. */
function commands({ manifest }: Profile): readonly Statement[] {
  if (manifest !== 'package.json') return [note(`Start the stack with \`${UP}\` in the service's folder.`)];
  return [script('stack:up', UP), script('stack:down', `docker compose -f ${FILE} down`)];
}
