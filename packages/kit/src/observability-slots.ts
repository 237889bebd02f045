import type { Code } from './code.ts';
import type { Tier } from './tier.ts';

/** One reading of a {@link MetricObservation}, with the labels that tell it from others of the same metric. */
export interface MetricReading {
  readonly value: number;
  readonly attributes?: Readonly<Record<string, string>>;
}

/**
 * A metric that a feature can read off at any time: a pool's connections, a queue's depth, a count so far.
 * `observe` evaluates to `() => number | readonly MetricReading[]`, so the feature itself needs no metrics library.
 */
export interface MetricObservation {
  /** In OpenTelemetry's form, `db.client.connection.count`; Prometheus' name follows from it and the unit. Nobody else's, nor one of `metrics`. */
  readonly name: string;
  /** One sentence. */
  readonly description: string;
  /** UCUM: `s`, `By`, `1`, `{connection}`. */
  readonly unit: string;
  /** `counter` only ever rises while the process lives. */
  readonly kind: 'gauge' | 'counter' | 'up-down-counter';
  readonly observe: Code;
}

/** A duration that requests are compared with, so that a bucket must end there. */
export interface MetricBoundary {
  /** The number as text. */
  readonly name: string;
  readonly seconds: number;
}

/**
 * Something that learns of each request when it arrives and when it is over. `observer` evaluates to a `RequestObserver`
 * of `requests/requests.ts`: `{ begin(exchange) { return { end(outcome) {} } } }`.
 */
export interface HttpObserver {
  readonly name: string;
  readonly observer: Code;
}

/**
 * What log lines carry besides what they say: `fields` evaluates to `() => Record<string, unknown> | undefined`, and is
 * asked at each line, so it must be cheap.
 */
export interface LogFields {
  readonly name: string;
  readonly fields: Code;
}

/** A package of OpenTelemetry's that a feature uses. Its version is chosen for all features together. */
export interface TelemetryPackage {
  /** `@opentelemetry/sdk-metrics`. */
  readonly name: string;
}

/** A variable of OpenTelemetry's that a feature understands; listed for operators on one page. All but `name` is Markdown. */
export interface TelemetrySetting {
  readonly name: string;
  readonly values: string;
  readonly default: string;
  readonly description: string;
}

/** What to do when an alert fires; becomes `docs/runbooks/<alert>.md`. Each a paragraph or a list, in Markdown. */
export interface Runbook {
  readonly meaning: string;
  readonly impact: string;
  readonly diagnosis: string;
  readonly mitigation: string;
}

/** An alert. Its expression uses Prometheus' names of metrics; `$job` stands for the service's `job` label value. */
export interface AlertRule {
  /** `DatabasePoolExhausted`. */
  readonly name: string;
  readonly expr: string;
  /** A Prometheus duration, `5m`. */
  readonly for: string;
  readonly severity: 'page' | 'ticket' | 'info';
  /** The lowest tier at which the alert is on; `basic` unless told. */
  readonly tier?: Tier;
  readonly summary: string;
  readonly description: string;
  readonly runbook: Runbook;
}

/** One line or value of a panel. `job="$job"`, as in alerts, becomes the services and instances that are chosen. */
export interface PanelQuery {
  /** PromQL; `$job`, `$instance` and `$__rate_interval` are the dashboard's own variables. */
  readonly expr: string;
  readonly legend: string;
}

/** A panel of the service's dashboards. */
export interface DashboardPanel {
  readonly name: string;
  /**
   * Which dashboards show it, by who looks at them: whoever is `on-call`, developers (`service`), owners (`error-budget`),
   * or those who look after all services (`fleet`). `service` unless told.
   */
  readonly dashboards?: readonly ('on-call' | 'service' | 'error-budget' | 'fleet')[];
  /** The row it stands in: `Requests`, `Dependencies`, `Process`, `Node.js`, or one of its own after these, by name. */
  readonly row: string;
  readonly title: string;
  /** What it shows and what to do about it. */
  readonly description: string;
  /** The queries of `logs` are LogQL, for Loki. */
  readonly kind: 'timeseries' | 'stat' | 'table' | 'state-timeline' | 'logs';
  /** Grafana's unit id: `s`, `bytes`, `percentunit`, `reqps`, `short`. */
  readonly unit: string;
  /** The lowest tier at which the panel is shown; `basic` unless told. */
  readonly tier?: Tier;
  readonly queries: readonly PanelQuery[];
  /** Whether it shows buckets whose traced requests lead to traces, where these are kept. */
  readonly exemplars?: boolean;
  /** Values from which the panel turns orange and red; `low` when it does so below them. */
  readonly thresholds?: {
    readonly warning?: number;
    readonly critical?: number;
    readonly direction?: 'high' | 'low';
  };
}
