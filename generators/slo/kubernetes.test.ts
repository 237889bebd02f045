import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { PROMETHEUS_RULE } from '../../tools/observability/operator-schemas.ts';
import { defaultSlo } from './default-slo.ts';
import { sloFiles } from './templates/slo/slo-files.ts';

const settings = {
  service: '@shop/orders',
  runbooks: 'docs/runbooks',
  grafana: 'https://grafana.example/d/orders',
  severities: { page: 'critical', ticket: 'warning' },
  latencyPages: false,
  budgetAlerts: [0.25, 0],
  monthlyReport: true,
};

test('Prometheus Operator gets the same groups, in a resource as its definition demands', () => {
  const { files } = sloFiles(defaultSlo('orders'), { ...settings, kubernetes: true });
  const parsed = (path: string) => parse(files.find((file) => file.path === path)?.text ?? '');
  const resource = parsed('observability/kubernetes/slo.prometheus-rule.yaml');
  const ajv = new Ajv({ allErrors: true });
  expect(ajv.validate(PROMETHEUS_RULE, resource) || ajv.errors).toBe(true);
  expect(resource.spec.groups).toEqual(parsed('observability/prometheus/slo.rules.yaml').groups);
  expect(resource.metadata.name).toBe('orders-slo');
});

test('latency does not page until the tier says so, and severities are those of the service', () => {
  const severities = (latencyPages: boolean) => {
    const [rules] = sloFiles(defaultSlo('orders'), { ...settings, latencyPages, kubernetes: false }).files;
    const { groups } = parse(rules?.text ?? '');
    const alerts = groups.flatMap((group: { rules: { alert?: string; labels: object }[] }) => group.rules);
    return alerts
      .filter(({ alert }: { alert?: string }) => alert === 'SLOErrorBudgetBurn')
      .map(({ labels }: { labels: { slo: string; severity: string } }) => `${labels.slo} ${labels.severity}`);
  };
  const availability = ['availability critical', 'availability warning'];
  expect(severities(false)).toEqual([...availability, 'latency warning']);
  expect(severities(true)).toEqual([...availability, 'latency critical', 'latency warning']);
});
