import { type AlertRule, dashboardUid, type Json, slug } from '@joinery/kit';
import type { Options } from './options.ts';

/** The service's name is the value of its label `job`. */
export function ruleGroup(service: string, alerts: readonly AlertRule[], options: Options): Json {
  return {
    name: `${slug(service)}-alerts`,
    rules: alerts.map((alert) => ruleOf(alert, service, options)),
  };
}

function ruleOf(alert: AlertRule, service: string, options: Options): Json {
  const filled = (text: string) => text.replaceAll('$job', service);
  return {
    alert: alert.name,
    expr: filled(alert.expr),
    ...(alert.for === '0m' ? {} : { for: alert.for }),
    labels: {
      severity: alert.severity,
      service,
      ...(options.owner === '' ? {} : { owner: options.owner }),
    },
    annotations: {
      summary: filled(alert.summary),
      description: filled(alert.description),
      runbook_url: `${options.runbooks.replace(/\/$/, '')}/${slug(alert.name)}.md`,
      ...(options.grafana === '' ? {} : { dashboard_url: dashboardUrl(options.grafana, service) }),
    },
  };
}

function dashboardUrl(grafana: string, service: string): string {
  return `${grafana.replace(/\/$/, '')}/d/${dashboardUid(service, 'on-call')}`;
}
