import type { Json } from '@joinery/kit';

/** The part of Grafana's dashboard JSON (schema version 39, Grafana 10 and later) that is written here. */
export interface Dashboard {
  readonly [key: string]: Json;
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly (Panel | Row)[];
}

export interface GridPosition {
  readonly [key: string]: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Row {
  readonly [key: string]: Json;
  readonly id: number;
  readonly type: 'row';
  readonly title: string;
  readonly gridPos: GridPosition;
}

export interface Panel {
  readonly [key: string]: Json;
  readonly id: number;
  readonly title: string;
  readonly gridPos: GridPosition;
}

/** The source of data that people choose at the top of the dashboard. */
export const DATASOURCE = { type: 'prometheus', uid: '$datasource' } as const;

/** Where logs are, if a dashboard shows any. */
export const LOG_DATASOURCE = { type: 'loki', uid: '$loki_datasource' } as const;
