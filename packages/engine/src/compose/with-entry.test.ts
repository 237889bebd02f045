import { withEntry } from './with-entry.ts';

const order = { option: 'aggregates', name: 'Order' };

test('an entry is added beside others, and what it said before stays', () => {
  const once = withEntry({ other: 1 }, { ...order, value: { fields: { total: 'Money' }, tags: ['a'] } });
  expect(once).toEqual({ other: 1, aggregates: { Order: { fields: { total: 'Money' }, tags: ['a'] } } });
  const twice = withEntry(once, { ...order, value: { fields: { note: 'text?' }, tags: ['b', 'a'] } });
  expect(twice).toEqual({
    other: 1,
    aggregates: { Order: { fields: { total: 'Money', note: 'text?' }, tags: ['a', 'b'] } },
  });
  expect(withEntry(twice, { ...order, value: {} })).toEqual(twice);
  expect(withEntry(twice, { option: 'aggregates', name: 'Cart', value: {} }).aggregates).toEqual({
    ...(twice.aggregates as object),
    Cart: {},
  });
});

test('no name reaches into a prototype', () => {
  const options = withEntry({}, { option: 'aggregates', name: '__proto__', value: { fields: {} } });
  expect(Object.keys(options.aggregates as object)).toEqual(['__proto__']);
});
