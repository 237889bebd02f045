/** What is looked at of a dashboard; anything else is Grafana's business. */
export interface LintedDashboard {
  readonly uid: string;
  readonly title: string;
  readonly editable: boolean;
  readonly links?: readonly { readonly title: string }[];
  readonly templating: { readonly list: readonly Variable[] };
  readonly panels: readonly LintedPanel[];
}

interface Variable {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly multi?: boolean;
  readonly allValue?: string;
  readonly refresh?: number;
  readonly query: string | { readonly query: string };
  readonly datasource?: { readonly uid: string };
}

interface LintedPanel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: { readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } };
  readonly targets?: readonly Target[];
}

interface Target {
  readonly expr: string;
  readonly legendFormat?: string;
  readonly datasource?: { readonly uid: string };
}

/** The rules that well-made dashboards are held to, after grafana/dashboard-linter, and two of ours: layout and legends. */
export function lint(dashboard: LintedDashboard): readonly string[] {
  const panels = dashboard.panels.filter(({ type }) => type !== 'row');
  return [
    ...fault(dashboard.editable, 'the dashboard is editable: changes in Grafana would be lost'),
    ...lintVariables(dashboard.templating.list),
    ...panels.flatMap((panel) => lintPanel(panel).map((text) => `${panel.title}: ${text}`)),
    ...lintLayout(dashboard.panels),
  ];
}

function lintVariables(variables: readonly Variable[]): readonly string[] {
  const choices = variables.filter(({ type }) => type === 'datasource');
  const sources = choices.filter(({ query }) => query !== 'loki');
  const logs = choices.filter(({ query }) => query === 'loki');
  const [source] = sources;
  return [
    ...fault(sources.length !== 1, 'there is not exactly one data source to choose'),
    ...fault(
      source?.name !== 'datasource' || source.label !== 'Data source',
      'the data source is not named as usual',
    ),
    ...fault(source?.query !== 'prometheus', 'the data source is not Prometheus'),
    ...logs.flatMap(({ name, label }) =>
      fault(
        name !== 'loki_datasource' || label !== 'Loki data source',
        'the source of logs is not named as usual',
      ),
    ),
    ...['job', 'instance'].flatMap((name) => {
      const variable = variables.find((one) => one.name === name);
      const query = typeof variable?.query === 'object' ? variable.query.query : '';
      return [
        ...fault(variable?.type !== 'query' || variable.multi !== true, `${name} is no choice of several`),
        ...fault(variable?.allValue !== '.+', `all of ${name} is not .+`),
        ...fault(variable?.label.toLowerCase() !== name, `${name} has another label`),
        ...fault(variable?.datasource?.uid !== '$datasource', `${name} asks another source`),
        ...fault(variable?.refresh !== 2, `${name} is not read again when the time changes`),
        ...fault(!/^label_values\(\w+(?:\{[^}]*\})?, \w+\)$/.test(query), `${name} is no label_values()`),
      ];
    }),
  ];
}

/** Units of Grafana that may be used. */
const UNITS = ['s', 'bytes', 'percentunit', 'reqps', 'short', 'none', 'ops'];

function lintPanel(panel: LintedPanel): readonly string[] {
  const targets = panel.targets ?? [];
  const unit = panel.fieldConfig?.defaults.unit ?? '';
  const source = panel.type === 'logs' ? '$loki_datasource' : '$datasource';
  return [
    ...fault(panel.title === '', 'it has no title'),
    ...fault((panel.description ?? '').length < 20, 'its description does not say what to do'),
    ...fault(panel.datasource?.uid !== source, 'it asks a fixed data source'),
    ...fault(!UNITS.includes(unit), `${unit} is no unit`),
    ...fault(targets.length === 0, 'it has no query'),
    ...targets.flatMap(panel.type === 'logs' ? lintLogs : lintTarget),
  ];
}

function lintLogs({ expr, datasource }: Target): readonly string[] {
  return [
    ...fault(datasource?.uid !== '$loki_datasource', 'a query asks a fixed data source'),
    ...fault(!/^\{[^}]+\}/.test(expr), 'a query selects every log'),
  ];
}

function lintTarget({ expr, legendFormat, datasource }: Target): readonly string[] {
  // Recordings of objectives have the label `service` for what is `job` elsewhere, and no instances.
  const recorded = /\bslo:|__name__/.test(expr);
  const selectors = expr.match(/[a-zA-Z_:][\w:]*\{[^}]*\}|\{[^}]*\}/g) ?? [];
  const ranges = [...expr.matchAll(/\b(?:rate|irate)\([^[]*\[([^\]]+)\]/g)].map((match) => match[1]);
  return [
    ...fault(datasource?.uid !== '$datasource', 'a query asks a fixed data source'),
    ...fault((legendFormat ?? '') === '', 'a query has no legend'),
    ...fault(selectors.length === 0, 'a query selects every service'),
    ...selectors.flatMap((selector) =>
      recorded
        ? fault(!selector.includes('service=~"$job"'), `${selector} lacks the service`)
        : [
            ...fault(!selector.includes('job=~"$job"'), `${selector} lacks job`),
            ...fault(!selector.includes('instance=~"$instance"'), `${selector} lacks instance`),
          ],
    ),
    ...ranges.flatMap((range) =>
      fault(range !== '$__rate_interval', `a rate over ${range} breaks at other intervals`),
    ),
    ...fault(
      /\w_(?:total|count|sum|bucket)\{/.test(
        expr.replace(/\b(?:rate|irate|increase)\([^[]*\[[^\]]*\]\)/g, ''),
      ),
      'a counter is shown as it is, not how fast it rises',
    ),
  ];
}

function lintLayout(panels: readonly LintedPanel[]): readonly string[] {
  const ids = panels.map(({ id }) => id);
  const overlaps = panels.flatMap((a, index) =>
    panels
      .slice(index + 1)
      .filter((b) => overlap(a.gridPos, b.gridPos))
      .map((b) => `${a.title} and ${b.title} overlap`),
  );
  return [
    ...fault(new Set(ids).size !== ids.length, 'two panels have one id'),
    ...panels.flatMap(({ title, gridPos }) => fault(gridPos.x + gridPos.w > 24, `${title} leaves the grid`)),
    ...overlaps,
  ];
}

function overlap(a: LintedPanel['gridPos'], b: LintedPanel['gridPos']): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function fault(found: boolean, text: string): readonly string[] {
  return found ? [text] : [];
}
