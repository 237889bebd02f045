import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { defaultSlo } from './default-slo.ts';
import { readSlo } from './templates/slo/read-slo.ts';

const text = readFileSync(join(__dirname, 'templates/slo.yaml'), 'utf8').replaceAll('$Service', 'orders');

test('the first plan reads what slo.yaml will say', () => {
  expect([parse(text)]).toEqual(defaultSlo('orders'));
});

test('the examples in its comments can be used as they are', () => {
  const uncommented = text
    .split('\n')
    .map((line) => (/^# {2,}(?:- | {2})/.test(line) ? line.slice(1) : line))
    .join('\n');
  const { slo, faults } = readSlo([parse(uncommented)], 'orders');
  expect(faults).toEqual([]);
  expect(slo.objectives.map(({ name }) => name)).toEqual([
    'availability',
    'latency',
    'checkout',
    'region-eu',
    'region-us',
    'payments',
  ]);
});
