import type { DashboardPanel, Json } from '@joinery/kit';
import { DATASOURCE, type GridPosition, LOG_DATASOURCE, type Panel } from './model.ts';

/** Draw one panel. */
export function drawPanel(panel: DashboardPanel, id: number, gridPos: GridPosition): Panel {
  const datasource = panel.kind === 'logs' ? LOG_DATASOURCE : DATASOURCE;
  return {
    id,
    type: panel.kind,
    title: panel.title,
    description: panel.description,
    datasource,
    gridPos,
    fieldConfig: { defaults: defaultsOf(panel), overrides: [] },
    options: OPTIONS[panel.kind],
    targets: panel.queries.map(({ expr, legend }, index) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + index),
      datasource,
      expr: ofChosen(expr),
      legendFormat: legend,
      // A table and a number show what is now.
      ...(panel.kind === 'table' || panel.kind === 'stat'
        ? { instant: true, range: false }
        : { range: true }),
      ...(panel.kind === 'table' ? { format: 'table' } : {}),
      ...(panel.exemplars === true ? { exemplar: true } : {}),
    })),
  };
}

/** Alerts ask for one service; a dashboard for those that are chosen, and their chosen instances. */
function ofChosen(expr: string): string {
  return expr.replaceAll('job="$job"', 'job=~"$job", instance=~"$instance"');
}

function defaultsOf({ kind, unit, thresholds }: DashboardPanel): Json {
  return {
    unit,
    ...(unit === 'percentunit' && kind === 'timeseries' ? { max: 1 } : {}),
    color: { mode: thresholds === undefined || kind === 'timeseries' ? 'palette-classic' : 'thresholds' },
    thresholds: { mode: 'absolute', steps: stepsOf(thresholds) },
    ...(kind === 'timeseries'
      ? {
          custom: {
            drawStyle: 'line',
            lineWidth: 1,
            fillOpacity: 5,
            showPoints: 'never',
            spanNulls: false,
            thresholdsStyle: { mode: thresholds === undefined ? 'off' : 'line' },
          },
        }
      : {}),
  };
}

/** Colours from the lowest value upwards. */
function stepsOf(thresholds: DashboardPanel['thresholds'] = {}): Json {
  const { warning, critical, direction = 'high' } = thresholds;
  const step = (color: string, value: number | null) => ({ color, value });
  if (direction === 'low') {
    const both = critical !== undefined && warning !== undefined;
    return [
      step('red', null),
      ...(both ? [step('orange', critical)] : []),
      step('green', warning ?? critical ?? null),
    ];
  }
  return [
    step('green', null),
    ...(warning === undefined ? [] : [step('orange', warning)]),
    ...(critical === undefined ? [] : [step('red', critical)]),
  ];
}

const OPTIONS: Readonly<Record<DashboardPanel['kind'], Json>> = {
  timeseries: {
    legend: { displayMode: 'table', placement: 'bottom', calcs: ['lastNotNull', 'max'], showLegend: true },
    tooltip: { mode: 'multi', sort: 'desc' },
  },
  stat: {
    reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
    colorMode: 'value',
    graphMode: 'area',
    textMode: 'auto',
  },
  table: { showHeader: true },
  logs: {
    showTime: true,
    wrapLogMessage: true,
    enableLogDetails: true,
    prettifyLogMessage: false,
    dedupStrategy: 'none',
    sortOrder: 'Descending',
  },
  'state-timeline': {
    mergeValues: true,
    showValue: 'never',
    legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
  },
};
