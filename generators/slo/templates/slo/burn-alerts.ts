import {
  BURN_WINDOWS,
  type BurnWindow,
  enoughRequests,
  factorOf,
  SLOWEST_WINDOW,
  thresholdOf,
} from './burn-windows.ts';
import { printDecimal } from './exact.ts';
import type { Objective, Severity } from './objective.ts';
import type { YamlValue } from './print-yaml.ts';
import { ofSlo, type SloLabels } from './recordings.ts';
import type { SloSettings } from './settings-type.ts';

/** The alerts of an objective: how fast the budget burns, whether it is gone, whether it can be told at all. */
export function burnAlerts(
  objective: Objective,
  labels: SloLabels,
  settings: SloSettings,
): readonly YamlValue[] {
  const bySeverity = severitiesOf(objective, settings).map((severity) =>
    alert(
      {
        name: 'SLOErrorBudgetBurn',
        severity: settings.severities[severity],
        expr: burning(objective, labels, severity),
        summary: `${objective.name} burns its error budget: ${asPercent('$value')} of requests are bad`,
        description: burnDescription(objective, severity),
      },
      labels,
      settings,
    ),
  );
  return [
    ...bySeverity,
    ...settings.budgetAlerts.map((share) => budgetAlert(share, objective, labels, settings)),
    metricAbsent(objective, labels, settings),
  ];
}

/** Which alerts an objective has: as slo.yaml says, else by the tier. */
export function severitiesOf(objective: Objective, settings: SloSettings): readonly Severity[] {
  if (objective.alerts !== undefined) return objective.alerts;
  const latency = objective.indicator.kind === 'good' && objective.indicator.goodAlwaysThere;
  return latency && !settings.latencyPages ? ['ticket'] : ['page', 'ticket'];
}

function burning(objective: Objective, labels: SloLabels, severity: Severity): string {
  const parts = BURN_WINDOWS.filter((window) => window.severity === severity).map((window) =>
    pair(window, objective, labels),
  );
  return `max without (window) (\n${parts.join('\n  or\n')}\n)`;
}

/** Both windows above the threshold, and enough requests in the long one to judge. */
function pair(window: BurnWindow, objective: Objective, labels: SloLabels): string {
  const threshold = printDecimal(thresholdOf(window, objective));
  const above = (name: string) => `slo:sli_error:ratio_rate${name}${ofSlo(labels)} > ${threshold}`;
  return `  # at ${printDecimal(factorOf(window, objective))} times the allowed rate, ${window.share} % of the budget goes in ${window.long}
  ${above(window.long)}
  and ignoring (window) ${above(window.short)}
  ${enoughIn(window, objective)}`;
}

/** A condition: the window holds enough requests to judge. */
function enoughIn(window: BurnWindow, objective: Objective): string {
  const { total } = objective.indicator;
  return `and on () sum(increase(${total}[${window.long}])) >= ${enoughRequests(window, objective)}`;
}

function burnDescription({ name, percent, period }: Objective, severity: Severity): string {
  const windows = BURN_WINDOWS.filter((window) => window.severity === severity);
  const shares = windows.map(({ share, long }) => `${share} % in ${long}`).join(' or ');
  return `The error budget of ${name} (${percent} % over ${period.text}) burns at a rate that takes ${shares}.`;
}

function budgetAlert(
  share: number,
  objective: Objective,
  labels: SloLabels,
  settings: SloSettings,
): YamlValue {
  const { name, percent, period } = objective;
  const gone = share === 0;
  return alert(
    {
      name: gone ? 'SLOErrorBudgetExhausted' : 'SLOErrorBudgetLow',
      severity: settings.severities.ticket,
      expr: `slo:period_error_budget_remaining:ratio${ofSlo(labels)} <= ${share}\n${enoughIn(SLOWEST_WINDOW, objective)}`,
      for: '15m',
      summary: gone
        ? `The error budget of ${name} is used up`
        : `${asPercent('$value')} of the error budget of ${name} is left`,
      description: gone
        ? `More requests were bad over ${period.text} than ${percent} % allows. The error budget policy says what follows.`
        : `A quarter or less of the budget of ${percent} % over ${period.text} is left.`,
    },
    labels,
    settings,
  );
}

function metricAbsent(objective: Objective, labels: SloLabels, settings: SloSettings): YamlValue {
  const { indicator, name } = objective;
  const selectors = [
    indicator.total,
    ...(indicator.kind === 'good' && indicator.goodAlwaysThere ? [indicator.good] : []),
  ];
  return alert(
    {
      name: 'SLOMetricAbsent',
      severity: settings.severities.ticket,
      expr: selectors.map((selector) => `absent(${selector})`).join('\nor '),
      for: '15m',
      summary: `What ${name} is measured by is not there`,
      description:
        'No series matches, so no other alert of this objective can fire: a metric or a label was renamed, or no request has come yet.',
    },
    labels,
    settings,
  );
}

interface Alert {
  readonly name:
    | 'SLOErrorBudgetBurn'
    | 'SLOErrorBudgetExhausted'
    | 'SLOErrorBudgetLow'
    | 'SLOMetricAbsent';
  readonly severity: string;
  readonly expr: string;
  readonly for?: string;
  readonly summary: string;
  readonly description: string;
}

const RUNBOOKS: Readonly<Record<Alert['name'], string>> = {
  SLOErrorBudgetBurn: 'slo-error-budget-burn.md',
  SLOErrorBudgetExhausted: 'slo-error-budget-exhausted.md',
  SLOErrorBudgetLow: 'slo-error-budget-exhausted.md',
  SLOMetricAbsent: 'slo-metric-absent.md',
};

function alert(
  { name, severity, ...told }: Alert,
  labels: SloLabels,
  settings: SloSettings,
): YamlValue {
  return {
    alert: name,
    expr: told.expr,
    for: told.for,
    labels: { severity, ...labels },
    annotations: {
      summary: told.summary,
      description: told.description,
      runbook_url: `${settings.runbooks}/${RUNBOOKS[name]}`,
      dashboard_url: settings.grafana === '' ? undefined : settings.grafana,
    },
  };
}

/** In double braces, as Prometheus' own templates have it. */
function asPercent(value: string): string {
  return ['{', `{ ${value} | humanizePercentage }`, '}'].join('');
}
