import { seriesOf } from './series.ts';

test('series are read with their labels, whatever stands in these', () => {
  const page = [
    '# TYPE requests counter',
    'requests_total{route="/a/{id}",note="say \\"}\\""} 3',
    'requests_total{route="/b"} 1 1690000000000',
    'other{route="/c"} 9',
  ].join('\n');
  expect(seriesOf(page, 'requests_total')).toEqual([
    { labels: { route: '/a/{id}', note: 'say \\"}\\"' }, value: 3 },
    { labels: { route: '/b' }, value: 1 },
  ]);
});
