import { checkGrafanaTypes } from './check-grafana-types.ts';

const source = { type: 'prometheus', uid: '$datasource' };
const stat = {
  id: 1,
  type: 'stat',
  title: 'Requests',
  datasource: source,
  gridPos: { x: 0, y: 0, w: 6, h: 4 },
  options: { colorMode: 'value', reduceOptions: { calcs: ['lastNotNull'] } },
  fieldConfig: { defaults: { unit: 'reqps', color: { mode: 'thresholds' } }, overrides: [] },
  targets: [{ refId: 'A', expr: 'up', instant: true }],
};
const job = { name: 'job', type: 'query', query: { query: 'up', refId: 'A' }, refresh: 2, current: {} };
const starts = { name: 'Starts', datasource: source, enable: true, iconColor: 'blue', expr: 'up' };
const good = {
  uid: 'lamps',
  title: 'Lamps',
  schemaVersion: 39,
  graphTooltip: 1,
  links: [{ title: 'Others', type: 'dashboards', tags: ['lamps'] }],
  templating: { list: [job] },
  annotations: { list: [starts] },
  panels: [stat],
};
const panel = (change: object) => ({ ...good, panels: [{ ...stat, ...change }] });

const wrong: readonly (readonly [string, object])[] = [
  ['a key that a dashboard does not have', { ...good, autoRefresh: '30s' }],
  ['a number outside its enumeration', { ...good, graphTooltip: 7 }],
  ['a kind of panel that nobody knows', panel({ type: 'singlestat' })],
  ['an option of another kind of panel', panel({ options: { showHeader: true } })],
  ['a word outside its enumeration', panel({ options: { colorMode: 'values' } })],
  ['a text where a list belongs', panel({ options: { reduceOptions: { calcs: 'lastNotNull' } } })],
  [
    'settings of curves on a number',
    panel({ fieldConfig: { defaults: { custom: { lineWidth: 1 } }, overrides: [] } }),
  ],
  ['a query without a name', panel({ targets: [{ expr: 'up' }] })],
  ['a query with a key of another source', panel({ targets: [{ refId: 'A', expr: 'up', maxLines: 5 }] })],
  ['a variable refreshed at an unknown time', { ...good, templating: { list: [{ ...job, refresh: 9 }] } }],
  ['a misspelt annotation', { ...good, annotations: { list: [{ ...starts, title: 'Started' }] } }],
  ['a link to nowhere known', { ...good, links: [{ title: 'Others', type: 'dashboard' }] }],
];

test('what the types of Grafana do not say is a fault, and nothing else', () => {
  const all = [good, ...wrong.map(([, dashboard]) => dashboard)];
  const faults = checkGrafanaTypes(all.map((dashboard) => JSON.stringify(dashboard)));
  const at = faults
    .flatMap((line) => /^.*dashboards\.ts\((\d+),/.exec(line)?.[1] ?? [])
    .map((line) => Number(line) - 2);
  const found = wrong.filter((_, index) => at.includes(index + 1)).map(([name]) => name);
  expect(found).toEqual(wrong.map(([name]) => name));
  expect(at).not.toContain(0);
});
