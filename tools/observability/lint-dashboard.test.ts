import { type LintedDashboard, lint } from './lint-dashboard.ts';

const $datasource = { uid: '$datasource' };
const variable = (name: string, label: string) => ({
  name,
  label,
  type: 'query',
  multi: true,
  allValue: '.+',
  refresh: 2,
  datasource: $datasource,
  query: { query: `label_values(up, ${name})` },
});

const GOOD: LintedDashboard = {
  uid: 'orders',
  title: 'Orders',
  editable: false,
  templating: {
    list: [
      { name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus' },
      variable('job', 'Job'),
      variable('instance', 'Instance'),
    ],
  },
  panels: [
    {
      id: 1,
      type: 'timeseries',
      title: 'Rate',
      description: 'A fall is an outage in front of us.',
      datasource: $datasource,
      gridPos: { x: 0, y: 0, w: 8, h: 8 },
      fieldConfig: { defaults: { unit: 'reqps' } },
      targets: [
        {
          expr: 'sum(rate(http_total{job=~"$job", instance=~"$instance"}[$__rate_interval]))',
          legendFormat: 'requests',
          datasource: $datasource,
        },
      ],
    },
  ],
};

test('a good dashboard has no fault', () => {
  expect(lint(GOOD)).toEqual([]);
});

test.each([
  ['"editable":false', '"editable":true', /is editable/],
  ['"label":"Data source"', '"label":"Source"', /not named as usual/],
  ['"query":"prometheus"', '"query":"loki"', /not Prometheus/],
  ['"multi":true', '"multi":false', /job is no choice of several/],
  ['"allValue":".+"', '"allValue":".*"', /all of job/],
  ['"refresh":2', '"refresh":1', /job is not read again/],
  ['label_values(up, job)', 'values(up)', /no label_values/],
  ['"title":"Rate"', '"title":""', /no title/],
  ['A fall is an outage in front of us.', '', /description/],
  ['"unit":"reqps"', '"unit":"apples"', /apples is no unit/],
  ['job=~\\"$job\\", ', '', /lacks job/],
  [', instance=~\\"$instance\\"', '', /lacks instance/],
  ['[$__rate_interval]', '[5m]', /breaks at other intervals/],
  ['sum(rate(http_total', 'sum((http_total', /how fast it rises/],
  ['"legendFormat":"requests"', '"legendFormat":""', /no legend/],
  ['"w":8', '"w":25', /leaves the grid/],
])('notices %s → %s', (from, to, expected) => {
  const broken = JSON.stringify(GOOD).replace(from, to);
  expect(broken).not.toBe(JSON.stringify(GOOD));
  expect(lint(JSON.parse(broken)).join('\n')).toMatch(expected);
});

test('notices a fixed data source, one id twice, and panels that overlap', () => {
  const [panel] = GOOD.panels;
  if (panel === undefined) throw new Error('there is a panel');
  const fixed = { ...panel, datasource: { uid: 'p1' } };
  expect(lint({ ...GOOD, panels: [fixed, { ...panel, gridPos: { x: 4, y: 4, w: 8, h: 8 } }] })).toEqual([
    'Rate: it asks a fixed data source',
    'two panels have one id',
    'Rate and Rate overlap',
  ]);
});
