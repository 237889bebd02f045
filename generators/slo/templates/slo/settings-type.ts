/** How objectives become rules in this service. */
export interface SloSettings {
  /** The service's name, where slo.yaml gives none. */
  readonly service: string;
  /** Where people open `docs/runbooks` from an alert. */
  readonly runbooks: string;
  /** Grafana's address, for a link from each alert; empty for none. */
  readonly grafana: string;
  /** Values of the label `severity` by which Alertmanager routes. */
  readonly severities: { readonly page: string; readonly ticket: string };
  /** Whether slow requests may wake people, where slo.yaml does not say. */
  readonly latencyPages: boolean;
  /** Shares of the budget that is left, at which a ticket says so: 0 when it is gone. */
  readonly budgetAlerts: readonly number[];
  /** Whether what was promised is also summed up by the calendar month. */
  readonly monthlyReport: boolean;
  /** Bounds of the buckets of the metric of every request; where there are none, they follow slo.yaml. */
  readonly bounds?: readonly number[];
  /** Whether Prometheus Operator reads the rules. */
  readonly kubernetes: boolean;
}
