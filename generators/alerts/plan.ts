import {
  type AlertRule,
  atLeast,
  definePlan,
  document,
  note,
  type PlanContext,
  type Statement,
  yaml,
} from '@joinery/kit';
import { alertmanager } from './alertmanager.ts';
import { prometheusRule, serviceMonitor } from './kubernetes.ts';
import type { Options } from './options.ts';
import { ownAlerts } from './own/alerts.ts';
import { repeatedNames } from './repeated-names.ts';
import { ruleGroup } from './rule-group.ts';
import { runbook } from './runbook.ts';

const COMMENT = `Alerts of this service. What to do about each: docs/runbooks.
Change thresholds here; your changes are kept.`;

export default definePlan<Options>({
  statements: (context) => {
    const { value, comment } = alertmanager({ deployWindow: atLeast(context.tier, 'advanced') });
    return [
      ...ownAlerts(context),
      document('observability/alertmanager/alertmanager.yaml', yaml(value, comment)),
    ];
  },
  slots: {
    'alerts.rules': (contributed, context) => {
      const alerts = contributed.filter(({ tier = 'basic' }) => atLeast(context.tier, tier));
      return [...repeatedNames(alerts), ...rules(alerts, context)];
    },
  },
});

function rules(alerts: readonly AlertRule[], { host, options }: PlanContext<Options>): readonly Statement[] {
  const service = host.service.name;
  const groups = [ruleGroup(service, alerts, options)];
  return [
    document('observability/prometheus/alerts.rules.yaml', yaml({ groups }, COMMENT)),
    ...alerts.map((alert) => runbook(alert, service)),
    ...(host.kubernetes === undefined ? [] : kubernetes(service, groups, host.kubernetes.value)),
  ];
}

function kubernetes(
  service: string,
  groups: Parameters<typeof prometheusRule>[2],
  folder: string,
): readonly Statement[] {
  return [
    document(
      'observability/kubernetes/alerts.prometheus-rule.yaml',
      yaml(prometheusRule(service, 'alerts', groups)),
    ),
    document('observability/kubernetes/service-monitor.yaml', yaml(serviceMonitor(service))),
    note(
      `observability/kubernetes/ is for Prometheus Operator. Its ServiceMonitor expects a Kubernetes Service labelled app.kubernetes.io/name with a port named metrics; see ${folder}/.`,
    ),
  ];
}
