import { parse, parseAllDocuments } from 'yaml';
import { printOpenSlo } from './open-slo.ts';
import { readSlo } from './read-slo.ts';

const documents = (text: string) => [...parseAllDocuments(text)].map((one): unknown => one.toJS());

const OWN = `service: orders
objectives:
  - { name: availability, description: Answered., objective: 99.95, period: 28d, availability: {} }
  - { name: latency, objective: 95, period: 30d, latency: { threshold: 0.5 } }
  - { name: payments, objective: 99, period: 30d, ratio: { good: 'paid_total{a="{b}"}', total: tried_total } }
`;

const SLO = `apiVersion: openslo/v1
kind: SLO
metadata: { name: checkout }
spec:
  service: shop
  description: Checkouts succeed.
  indicatorRef: checkout-ratio
  timeWindow: [{ duration: 4w, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ displayName: Good, target: 0.999 }]
`;

const SLI = `apiVersion: openslo/v1
kind: SLI
metadata: { name: checkout-ratio }
spec:
  ratioMetric:
    counter: true
    bad: { metricSource: { type: Prometheus, spec: { query: 'sum(rate(checkout_total{ok="no"}[5m]))' } } }
    total: { metricSource: { metricSourceRef: p, type: Prometheus, spec: { query: checkout_total } } }
`;

test('a bucket that is written as OpenSLO must be one of those that are there', () => {
  const { slo } = readSlo([parse(OWN)], 'x');
  const { faults } = readSlo(documents(printOpenSlo(slo)), 'x', [0.25, 1]);
  expect(faults).toEqual([
    { place: 'slo.yaml#[1].spec.indicator', text: expect.stringMatching(/^0.5 s is no bound/) },
  ]);
});

test('what is written as OpenSLO is read back as the same objectives', () => {
  const { slo, faults } = readSlo([parse(OWN)], 'x');
  expect(faults).toEqual([]);
  expect(readSlo(documents(printOpenSlo(slo)), 'x')).toMatchObject({ slo, faults: [] });
});

test('an SLO with its SLI in another document is read', () => {
  const { slo, faults } = readSlo(documents(`${SLO}---\n${SLI}`), 'x');
  expect(faults).toEqual([]);
  expect(slo).toEqual({
    service: 'shop',
    objectives: [
      {
        name: 'checkout',
        description: 'Checkouts succeed.',
        percent: '99.9',
        period: { text: '28d', hours: 672 },
        indicator: { kind: 'bad', bad: 'checkout_total{ok="no"}', total: 'checkout_total' },
      },
    ],
  });
});

test.each([
  [
    'budgetingMethod: Occurrences',
    'budgetingMethod: Timeslices',
    'budgetingMethod',
    /Timeslices counts periods of time/,
  ],
  [
    'budgetingMethod: Occurrences',
    'budgetingMethod: RatioTimeslices',
    'budgetingMethod',
    /only Occurrences/,
  ],
  [
    'isRolling: true',
    'isRolling: false, calendar: { startTime: now, timeZone: UTC }',
    'timeWindow',
    /calendar/,
  ],
  ['target: 0.999 }', 'target: 0.999 }, { target: 0.9 }', 'objectives', /composite/],
  ['target: 0.999 }', 'target: 0.999, compositeWeight: 2 }', 'objectives', /composite/],
  [
    'indicatorRef: checkout-ratio',
    'indicatorRef: other',
    'indicator',
    /`ratioMetric` of two Prometheus counters/,
  ],
  ['target: 0.999', 'target: 1', 'objective', /100 % leaves no budget/],
  ['4w', '1M', 'timeWindow[0].duration', /days or weeks/],
])('refuses %s → %s with a sentence', (from, to, key, expected) => {
  const { faults } = readSlo(documents(`${SLO.replace(from, to)}---\n${SLI}`), 'x');
  expect(faults).toEqual([
    { place: `slo.yaml#[0].spec.${key}`, text: expect.stringMatching(expected) },
  ]);
});

test('refuses another version of OpenSLO', () => {
  const { faults } = readSlo(documents(SLO.replace('openslo/v1', 'openslo/v1alpha')), 'x');
  expect(faults.map(({ text }) => text)).toContain(
    'only openslo/v1 can be read, not openslo/v1alpha',
  );
});
