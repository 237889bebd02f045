/**
 * What the programs of the stack allow in their configuration, written from their references: of each only what features use,
 * and stricter than the programs, so that a field that is not listed is an error.
 */
const text = { type: 'string', minLength: 1 };
const address = { type: 'string', pattern: '^[\\w.-]+:\\d+$' };
const duration = { type: 'string', pattern: '^\\d+(ms|s|m|h)$' };
const names = { type: 'array', minItems: 1, items: text };
const object = (required: readonly string[], properties: object) => ({
  type: 'object',
  required,
  additionalProperties: false,
  properties,
});
/** Components by their type, `otlp` or `otlp/traces`. */
const components = (types: Readonly<Record<string, object>>) => ({
  type: 'object',
  additionalProperties: false,
  patternProperties: Object.fromEntries(
    Object.entries(types).map(([type, schema]) => [`^${type}(/[\\w-]+)?$`, schema]),
  ),
});

/** OpenTelemetry's Collector, distribution `contrib`, 0.138. */
export const COLLECTOR = object(['receivers', 'exporters', 'service'], {
  receivers: components({
    otlp: object(['protocols'], {
      protocols: object([], {
        http: object([], { endpoint: address }),
        grpc: object([], { endpoint: address }),
      }),
    }),
  }),
  processors: components({
    memory_limiter: object(['check_interval', 'limit_mib'], {
      check_interval: duration,
      limit_mib: { type: 'integer', minimum: 1 },
    }),
    batch: object([], {}),
  }),
  exporters: components({
    otlp: object(['endpoint'], { endpoint: address, tls: object([], { insecure: { type: 'boolean' } }) }),
    otlphttp: object(['endpoint'], { endpoint: { type: 'string', pattern: '^https?://' } }),
    debug: object([], { verbosity: { enum: ['basic', 'normal', 'detailed'] } }),
  }),
  service: object(['pipelines'], {
    pipelines: {
      type: 'object',
      additionalProperties: false,
      patternProperties: {
        '^(traces|metrics|logs)(/[\\w-]+)?$': object(['receivers', 'exporters'], {
          receivers: names,
          processors: names,
          exporters: names,
        }),
      },
    },
  }),
});

/** Grafana Tempo 2.8 as one process. */
export const TEMPO = object(['server', 'distributor', 'storage'], {
  server: object([], { http_listen_port: { type: 'integer' } }),
  distributor: object(['receivers'], {
    receivers: object([], {
      otlp: object(['protocols'], { protocols: object([], { grpc: object([], { endpoint: address }) }) }),
    }),
  }),
  compactor: object([], { compaction: object([], { block_retention: duration }) }),
  storage: object(['trace'], {
    trace: object(['backend'], {
      backend: { enum: ['local'] },
      local: object(['path'], { path: text }),
      wal: object(['path'], { path: text }),
    }),
  }),
});

/** Grafana's `provisioning/datasources`. */
export const DATASOURCES = object(['apiVersion', 'datasources'], {
  apiVersion: { const: 1 },
  datasources: {
    type: 'array',
    items: object(['name', 'type', 'access', 'url'], {
      name: text,
      uid: { type: 'string', pattern: '^[a-zA-Z0-9_-]{1,40}$' },
      type: { enum: ['prometheus', 'loki', 'tempo'] },
      access: { enum: ['proxy', 'direct'] },
      url: text,
      isDefault: { type: 'boolean' },
      jsonData: object([], {
        httpMethod: { enum: ['GET', 'POST'] },
        timeInterval: duration,
        exemplarTraceIdDestinations: {
          type: 'array',
          items: object(['name', 'datasourceUid'], { name: text, datasourceUid: text }),
        },
        derivedFields: {
          type: 'array',
          items: object(['name', 'matcherRegex', 'url'], {
            name: text,
            matcherRegex: text,
            datasourceUid: text,
            url: text,
          }),
        },
      }),
    }),
  },
});

/** Grafana's `provisioning/dashboards`. */
export const DASHBOARD_PROVIDERS = object(['apiVersion', 'providers'], {
  apiVersion: { const: 1 },
  providers: {
    type: 'array',
    items: object(['name', 'type', 'options'], {
      name: text,
      folder: { type: 'string' },
      type: { const: 'file' },
      allowUiUpdates: { type: 'boolean' },
      updateIntervalSeconds: { type: 'integer', minimum: 1 },
      options: object(['path'], { path: text }),
    }),
  },
});

const mount = { type: 'string', pattern: '^(\\./[\\w./-]+|[\\w-]+):/[\\w./-]+(:ro)?$' };
const container = object(['image'], {
  image: { type: 'string', pattern: '^[\\w./-]+:[\\w.-]+$' },
  command: { type: 'array', minItems: 1, items: { type: 'string' } },
  environment: { type: 'object', additionalProperties: { type: 'string' } },
  ports: { type: 'array', items: { type: 'string', pattern: '^127\\.0\\.0\\.1:\\d+:\\d+$' } },
  volumes: { type: 'array', items: mount },
  depends_on: names,
  extra_hosts: { type: 'array', items: { type: 'string', pattern: '^[\\w.-]+:[\\w.-]+$' } },
  healthcheck: object(['test'], {
    test: { type: 'array', items: { type: 'string' }, minItems: 2 },
    interval: duration,
    timeout: duration,
    retries: { type: 'integer', minimum: 1 },
  }),
  user: text,
  restart: { enum: ['no', 'always', 'on-failure', 'unless-stopped'] },
});

/** The Compose Specification. */
export const COMPOSE = object(['services'], {
  name: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' },
  services: {
    type: 'object',
    additionalProperties: false,
    patternProperties: { '^[a-zA-Z0-9._-]+$': container },
  },
  volumes: {
    type: 'object',
    additionalProperties: false,
    patternProperties: { '^[a-zA-Z0-9._-]+$': object([], {}) },
  },
});
