import { slug } from './slug.ts';

test.each([
  ['@shop/orders-api', 'orders-api'],
  ['HighLatencyP99', 'high-latency-p99'],
  ['SLOErrorBudgetBurn', 'slo-error-budget-burn'],
  ['My Service!', 'my-service'],
])('%s is %s', (name, expected) => {
  expect(slug(name)).toBe(expected);
});
