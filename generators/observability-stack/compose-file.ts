import { type ComposeService, type Json, slug } from '@joinery/kit';
import type { Options } from './options.ts';

/** Versions that were made for each other; an upgrade of this feature moves them together. */
const IMAGES = {
  prometheus: 'prom/prometheus:v3.5.0',
  alertmanager: 'prom/alertmanager:v0.28.1',
  grafana: 'grafana/grafana:12.2.0',
  collector: 'otel/opentelemetry-collector-contrib:0.138.0',
  tempo: 'grafana/tempo:2.8.2',
  blackbox: 'prom/blackbox-exporter:v0.27.0',
};

/** Only this machine may come in. */
const local = (outside: number, inside: number) => `127.0.0.1:${outside}:${inside}`;

/** The compose file: what watches the service, and what other features contributed. Paths start from `observability/`. */
export function composeFile(service: string, options: Options, more: readonly ComposeService[]): Json {
  const services = [...ownServices(options), ...more];
  const volumes = services.flatMap((one) => one.volumes ?? []).sort();
  return {
    name: `${slug(service)}-observability`,
    services: Object.fromEntries(services.map(({ name, service: entry }) => [name, entry])),
    volumes: Object.fromEntries(volumes.map((name) => [name, {}])),
  };
}

export function ownServices(options: Options): readonly ComposeService[] {
  return [
    prometheus(options),
    alertmanager(options),
    grafana(options),
    collector(options),
    tempo(),
    ...(options.probe === '' ? [] : [blackbox()]),
  ];
}

function prometheus({ prometheusPort }: Options): ComposeService {
  return {
    name: 'prometheus',
    service: {
      image: IMAGES.prometheus,
      command: [
        '--config.file=/etc/prometheus/prometheus.yaml',
        '--storage.tsdb.path=/prometheus',
        '--web.enable-otlp-receiver',
        '--enable-feature=exemplar-storage',
      ],
      ports: [local(prometheusPort, 9090)],
      // The service runs outside of the containers.
      extra_hosts: ['host.docker.internal:host-gateway'],
      volumes: ['./prometheus:/etc/prometheus:ro', 'prometheus:/prometheus'],
      restart: 'unless-stopped',
    },
    volumes: ['prometheus'],
  };
}

function alertmanager({ alertmanagerPort }: Options): ComposeService {
  return {
    name: 'alertmanager',
    service: {
      image: IMAGES.alertmanager,
      command: ['--config.file=/etc/alertmanager/alertmanager.yaml', '--storage.path=/alertmanager'],
      ports: [local(alertmanagerPort, 9093)],
      volumes: ['./alertmanager:/etc/alertmanager:ro'],
      restart: 'unless-stopped',
    },
  };
}

function grafana({ grafanaPort }: Options): ComposeService {
  return {
    name: 'grafana',
    service: {
      image: IMAGES.grafana,
      environment: {
        GF_AUTH_ANONYMOUS_ENABLED: 'true',
        GF_AUTH_ANONYMOUS_ORG_ROLE: 'Editor',
        GF_ANALYTICS_REPORTING_ENABLED: 'false',
        PROMETHEUS_URL: 'http://prometheus:9090',
        TRACES_URL: 'http://tempo:3200',
        // The stack keeps no logs; a Loki beside it is found.
        // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose fills it from the environment.
        LOKI_URL: '${LOKI_URL:-http://host.docker.internal:3100}',
      },
      ports: [local(grafanaPort, 3000)],
      extra_hosts: ['host.docker.internal:host-gateway'],
      volumes: [
        './grafana/provisioning:/etc/grafana/provisioning:ro',
        './grafana/dashboards:/etc/grafana/dashboards:ro',
      ],
      depends_on: ['prometheus', 'tempo'],
      restart: 'unless-stopped',
    },
  };
}

function collector({ otlpPort }: Options): ComposeService {
  return {
    name: 'collector',
    service: {
      image: IMAGES.collector,
      command: ['--config=/etc/otel-collector/collector.yaml'],
      ports: [local(otlpPort, 4318)],
      volumes: ['./otel-collector:/etc/otel-collector:ro'],
      depends_on: ['prometheus', 'tempo'],
      restart: 'unless-stopped',
    },
  };
}

/** Asks the service from outside, with the modules that it has by itself. */
function blackbox(): ComposeService {
  return {
    name: 'blackbox',
    service: {
      image: IMAGES.blackbox,
      extra_hosts: ['host.docker.internal:host-gateway'],
      restart: 'unless-stopped',
    },
  };
}

function tempo(): ComposeService {
  return {
    name: 'tempo',
    service: {
      image: IMAGES.tempo,
      command: ['-config.file=/etc/tempo/tempo.yaml'],
      volumes: ['./tempo:/etc/tempo:ro', 'tempo:/var/tempo'],
      // Its own user cannot write to a fresh volume.
      user: 'root',
      restart: 'unless-stopped',
    },
    volumes: ['tempo'],
  };
}
