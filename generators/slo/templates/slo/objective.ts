/** What a service promises, read from slo.yaml. */
export interface Objective {
  /** The value of the label `slo`. */
  readonly name: string;
  readonly description: string;
  /** Percent of requests, as it was written: `99.5`. */
  readonly percent: string;
  readonly period: Period;
  readonly indicator: Indicator;
  /** Which alerts there are; told by the tier where slo.yaml does not. */
  readonly alerts?: readonly Severity[];
  /** Requests below which a window is not judged, where slo.yaml says so. */
  readonly minimumRequests?: number;
}

export interface Period {
  /** As Prometheus writes it: `30d`. */
  readonly text: string;
  readonly hours: number;
}

export type Severity = 'page' | 'ticket';

/** Which requests count, and which of them are bad: PromQL selectors of counters. */
export type Indicator =
  | { readonly kind: 'bad'; readonly bad: string; readonly total: string }
  | {
      readonly kind: 'good';
      readonly good: string;
      readonly total: string;
      /** A histogram has every bucket; a counter of good requests only appears with the first one. */
      readonly goodAlwaysThere: boolean;
    };

/** Everything slo.yaml says. */
export interface Objectives {
  /** The value of the label `service`, and of `job` in Prometheus. */
  readonly service: string;
  readonly owner?: string;
  readonly objectives: readonly Objective[];
}

/** Something in slo.yaml that cannot be used, or should be known: where, and a clause. */
export interface Finding {
  /** `slo.yaml#objectives[0].period` */
  readonly place: string;
  readonly text: string;
}
