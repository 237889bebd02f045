import { type AlertRule, contribute, type PlanContext, type Statement } from '@joinery/kit';
import type { Options } from '../options.ts';
import { DEPLOY_WINDOW } from './deploy-window.ts';
import { probeAlerts } from './probe.ts';
import { PROCESS_ALERTS } from './process.ts';
import { regionAlerts } from './region.ts';
import { DEPENDENCY_ALERTS, RUNTIME_ALERTS } from './runtime.ts';
import { trafficAlerts } from './traffic.ts';

/** The alerts that every service with metrics can have. */
export function ownAlerts({
  options,
  has,
}: Pick<PlanContext<Options>, 'options' | 'has'>): readonly Statement[] {
  const alerts: readonly AlertRule[] = [
    ...PROCESS_ALERTS,
    ...trafficAlerts({ ...options, hasObjectives: has('slo') }),
    ...RUNTIME_ALERTS,
    DEPLOY_WINDOW,
    ...regionAlerts(options.region, options.errorRatio),
    ...probeAlerts(options.probe),
    ...(has('http.health') ? DEPENDENCY_ALERTS : []),
  ];
  return alerts.map((alert) => contribute('alerts.rules', alert));
}
