import { parse } from 'yaml';
import { readSlo } from './read-slo.ts';

const read = (text: string) => readSlo([parse(text)], 'orders');
const objective = (lines: string) =>
  `objectives:\n  - name: availability\n${lines.replace(/^/gm, '    ')}\n`;

test.each([
  ['objective: 100\navailability: {}', 'objectives[0].objective', /100 % leaves no budget/],
  ['objective: 120\navailability: {}', 'objectives[0].objective', /120 % leaves no budget/],
  ['objective: 0\navailability: {}', 'objectives[0].objective', /promises nothing/],
  ['objective: 99.12345678\navailability: {}', 'objectives[0].objective', /at most six decimals/],
  ['objective: "99.5"\navailability: {}', 'objectives[0].objective', /must be a number/],
  [
    'objective: 99.5\nperiod: 2d\navailability: {}',
    'objectives[0].period',
    /2d is shorter than the longest window of the alerts, 3d/,
  ],
  [
    'objective: 99.5\nperiod: 1 month\navailability: {}',
    'objectives[0].period',
    /number of days or weeks/,
  ],
  [
    'objective: 99.5',
    'objectives[0]',
    /exactly one of availability, latency, ratio; without one there is no metric/,
  ],
  ['objective: 99.5\navailability: {}\nlatency: {threshold: 0.5}', 'objectives[0]', /exactly one/],
  ['objective: 99.5\nlatency: {}', 'objectives[0].latency.threshold', /number of seconds/],
  ['objective: 99.5\nlatency: {threshold: -1}', 'objectives[0].latency.threshold', /number of sec/],
  [
    'objective: 99.5\nratio: {bad: a_total}',
    'objectives[0].ratio.total',
    /counter of all requests/,
  ],
  [
    'objective: 99.5\nratio: {total: a_total}',
    'objectives[0].ratio',
    /exactly one of `bad` and `good`/,
  ],
  [
    'objective: 99.5\nratio: {bad: "rate(a[5m])", total: a_total}',
    'objectives[0].ratio',
    /no PromQL selector/,
  ],
  [
    'objective: 99.5\navailability: {filter: "route=/x"}',
    'objectives[0].availability',
    /no PromQL selector/,
  ],
  [
    'objective: 99.5\navailabilty: {}\navailability: {}',
    'objectives[0].availabilty',
    /is no key here/,
  ],
  [
    'objective: 99.5\nalerts: [pager]\navailability: {}',
    'objectives[0].alerts',
    /`page` and `ticket`/,
  ],
])('refuses %j with its key', (lines, key, text) => {
  const { faults } = read(objective(lines));
  expect(faults.map(({ place }) => place)).toContain(`slo.yaml#${key}`);
  expect(faults.map((fault) => fault.text).join('\n')).toMatch(text);
});

test.each([
  ['objectives: []', /names no objective/],
  ['- a', /no mapping/],
  ['', /no mapping/],
  ['objectives: [{name: A b, objective: 99, availability: {}}]', /lower-case letters/],
  [
    'objectives: [{name: a, objective: 99, availability: }, {name: a, objective: 99, availability: }]',
    /two objectives are named `a`/,
  ],
  ['slos: []\nobjectives: [{name: a, objective: 99, availability: {}}]', /`slos` is no key here/],
])('refuses %j', (text, expected) => {
  expect(
    read(text)
      .faults.map((fault) => fault.text)
      .join('\n'),
  ).toMatch(expected);
});

test.each([
  ['objective: 93.06\navailability: {}', []],
  [
    'objective: 93.05\navailability: {}',
    ['the page over 1h can never fire: 14.4 times the budget of 93.05 % is more than all requests'],
  ],
  [
    'objective: 99\nperiod: 4w\navailability: {}',
    ['the ticket over 3d fires at 0.933333 times the allowed rate, while the budget would last'],
  ],
  [
    'objective: 99\nlatency: {metric: jobs_seconds, threshold: 3}',
    ['whether 3 is a bound of the buckets of `jobs_seconds` is not known; list them as `buckets`'],
  ],
  ['objective: 99\nlatency: {metric: jobs_seconds, threshold: 3, buckets: [1, 3]}', []],
])('takes %j and says what should be known', (lines, warnings) => {
  const { faults, warnings: found } = read(objective(lines));
  expect(faults).toEqual([]);
  expect(found.map(({ text }) => text)).toEqual(warnings);
});

test.each([
  [
    'threshold: 0.3',
    [/0.3 s is no bound of the buckets 0.25, 0.5, 1: `npx joinery apply` makes it/],
  ],
  ['threshold: 2', [/2 s is no bound/]],
  ['threshold: 1', []],
  ['threshold: 0.3, metric: jobs_seconds, buckets: [0.3]', []],
])('where the bounds are given, %s must be one', (latency, expected) => {
  const text = objective(`objective: 99\nlatency: {${latency}}`);
  const { faults } = readSlo([parse(text)], 'orders', [0.25, 0.5, 1]);
  expect(faults.map((fault) => fault.text)).toEqual(
    expected.map((pattern) => expect.stringMatching(pattern)),
  );
  expect(read(text).faults).toEqual([]);
});

test('a bound that is whole is matched as Prometheus 2 and 3 write it', () => {
  const [one] = read(objective('objective: 99\nlatency: {threshold: 1}')).slo.objectives;
  expect(one?.indicator).toEqual({
    kind: 'good',
    goodAlwaysThere: true,
    total:
      'http_server_request_duration_seconds_count{job="orders", http_response_status_code!~"5.."}',
    good: 'http_server_request_duration_seconds_bucket{job="orders", http_response_status_code!~"5..", le=~"1(\\\\.0)?"}',
  });
});

describe('one promise for each value of a label', () => {
  const spreadOf = (lines: string) => read(objective(`objective: 99\n${lines}`));

  test.each([
    ['availability: {}', 'http_server_request_duration_seconds_count{region="eu-1", job="orders"}'],
    ['ratio: {bad: a_total, total: b_total}', 'b_total{region="eu-1"}'],
    ['ratio: {bad: a_total, total: "b_total{ }"}', 'b_total{region="eu-1"}'],
  ])('%s', (indicator, total) => {
    const { slo, faults } = spreadOf(`${indicator}\neach: {region: [eu-1, US]}`);
    expect(faults).toEqual([]);
    expect(slo.objectives.map(({ name }) => name)).toEqual([
      'availability-eu-1',
      'availability-us',
    ]);
    expect(slo.objectives[0]?.indicator.total).toBe(total);
  });

  test('a bound is looked at once for each, and what did not fail is still told apart', () => {
    const { slo } = spreadOf('latency: {threshold: 0.5}\neach: {http_route: ["/a/:id"]}');
    expect(slo.objectives[0]).toMatchObject({
      name: 'availability-a-id',
      indicator: { good: expect.stringMatching(/http_route="\/a\/:id".*!~"5.."/) },
    });
  });

  test.each([
    'each: region',
    'each: {region: []}',
    'each: {region: [eu], class: [gold]}',
    'each: {region: [1, 2]}',
    `each: {tenant: [${Array.from({ length: 21 }, (_, n) => `t${n}`).join(', ')}]}`,
    'each: {region: ["eu\\"} or up"]}',
  ])('%s is refused', (each) => {
    const { faults } = spreadOf(`availability: {}\n${each}`);
    expect(faults).toMatchObject([
      {
        place: 'slo.yaml#objectives[0].each',
        text: expect.stringMatching(/one label and up to 20/),
      },
    ]);
  });

  test('two values that become one name are told', () => {
    const { faults } = spreadOf('availability: {}\neach: {http_route: [/a, "/a/"]}');
    expect(faults).toMatchObject([{ text: 'two objectives are named `availability-a`' }]);
  });
});
