import type { Profile } from '@joinery/kit';
import { gracePeriod } from './kubernetes.ts';

const host = (found: boolean) =>
  ({
    service: { name: '@shop/lamps' },
    ...(found ? { kubernetes: { value: 'k8s', evidence: 'k8s/app.yaml' } } : {}),
  }) as unknown as Profile;

test('Kubernetes waits for delay, deadline and five seconds more', () => {
  expect(gracePeriod(host(true), 25_000)).toMatchObject([
    {
      path: 'observability/kubernetes/graceful-shutdown.patch.yaml',
      content: { value: { spec: { template: { spec: { terminationGracePeriodSeconds: 35 } } } } },
    },
  ]);
  expect(gracePeriod(host(false), 25_000)).toEqual([]);
});
