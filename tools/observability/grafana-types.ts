import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import type * as grafana from '@grafana/grafana-foundation-sdk/dashboard';
import type * as logs from '@grafana/grafana-foundation-sdk/logs';
import type * as loki from '@grafana/grafana-foundation-sdk/loki';
import type * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import type * as stat from '@grafana/grafana-foundation-sdk/stat';
import type * as timeline from '@grafana/grafana-foundation-sdk/statetimeline';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import type * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';

/**
 * What Grafana's own types say of a dashboard, as its JSON is written: enumerations are their values, and what is left
 * out has Grafana's default. A key that no type knows is an error, as in any literal.
 */
export interface GrafanaDashboard
  extends Written<Omit<grafana.Dashboard, 'panels' | 'templating' | 'annotations' | 'links'>> {
  readonly uid: string;
  readonly title: string;
  readonly schemaVersion: number;
  readonly panels: readonly (GrafanaPanel | Row)[];
  readonly templating: { readonly list: readonly Variable[] };
  readonly annotations: { readonly list: readonly Written<grafana.AnnotationQuery>[] };
  readonly links: readonly (Written<grafana.DashboardLink> & { readonly title: string })[];
}

type GrafanaPanel =
  | Panel<'timeseries', timeseries.Options, timeseries.FieldConfig, prometheus.Dataquery>
  | Panel<'stat', stat.Options, never, prometheus.Dataquery>
  | Panel<'table', table.Options, table.FieldConfig, prometheus.Dataquery>
  | Panel<'state-timeline', timeline.Options, timeline.FieldConfig, prometheus.Dataquery>
  | Panel<'logs', logs.Options, never, loki.dataquery>;

interface Panel<Type extends string, Options, Custom, Query>
  extends Written<Omit<grafana.Panel, 'type' | 'options' | 'fieldConfig' | 'targets' | 'datasource'>> {
  readonly type: Type;
  readonly id: number;
  readonly gridPos: grafana.GridPos;
  readonly datasource: Required<DataSourceRef>;
  readonly options: Written<Options>;
  readonly fieldConfig: {
    readonly defaults: Written<Omit<grafana.FieldConfig, 'custom'>> & { readonly custom?: Written<Custom> };
    readonly overrides: readonly [];
  };
  readonly targets: readonly (Written<Query> & { readonly refId: string; readonly expr: string })[];
}

type Row = Written<grafana.RowPanel> & { readonly type: 'row' };

/** `query` is free text, or what its source of data asks for. */
type Variable = Written<Omit<grafana.VariableModel, 'query' | 'current'>> & {
  readonly name: string;
  readonly query: string | { readonly query: string; readonly refId: string };
  readonly current: grafana.VariableOption | Record<string, never>;
};

type Written<T> = T extends (...of: never[]) => unknown
  ? never
  : T extends string
    ? `${T}`
    : T extends number
      ? Numeral<`${T}`>
      : T extends readonly (infer Item)[]
        ? readonly Written<Item>[]
        : T extends object
          ? {
              readonly [Key in keyof T as Key extends '_implementsDataqueryVariant' ? never : Key]?: Written<
                T[Key]
              >;
            }
          : T;

type Numeral<Text extends string> = Text extends `${infer Value extends number}` ? Value : number;
