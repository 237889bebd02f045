import {
  atLeast,
  code,
  dashboardUid,
  type FileStatement,
  file,
  from,
  literal,
  type PlanContext,
} from '@joinery/kit';
import type { Options } from './options.ts';
import type { SloSettings } from './templates/slo/settings-type.ts';

/** How objectives become rules, by tier and options. */
export function settingsOf({
  host,
  tier,
  options,
}: Pick<PlanContext<Options>, 'host' | 'tier' | 'options'>): SloSettings {
  const service = host.service.name;
  const grafana = options.grafana.replace(/\/$/, '');
  return {
    service,
    runbooks: options.runbooks.replace(/\/$/, ''),
    grafana: grafana === '' ? '' : `${grafana}/d/${dashboardUid(service, 'error-budget')}`,
    severities: { page: options.pageSeverity, ticket: options.ticketSeverity },
    latencyPages: atLeast(tier, 'advanced'),
    budgetAlerts: atLeast(tier, 'enterprise') ? [0.25, 0] : atLeast(tier, 'advanced') ? [0] : [],
    monthlyReport: atLeast(tier, 'enterprise'),
    kubernetes: host.kubernetes !== undefined,
  };
}

/** The same as a file, for `slo:render`. */
export function settingsFile(settings: SloSettings): FileStatement {
  const { severities } = settings;
  return file(
    'slo/settings.ts',
    code`/** How objectives become rules here: the options and the tier in joinery.json. */
export const settings: ${from('SloSettings', '#host/slo/settings-type', 'type')} = {
  service: ${literal(settings.service)},
  runbooks: ${literal(settings.runbooks)},
  grafana: ${literal(settings.grafana)},
  severities: { page: ${literal(severities.page)}, ticket: ${literal(severities.ticket)} },
  latencyPages: ${settings.latencyPages},
  budgetAlerts: [${settings.budgetAlerts.join(', ')}],
  monthlyReport: ${settings.monthlyReport},
  kubernetes: ${settings.kubernetes},
  bounds: ${from('DURATION_BOUNDARIES', '#host/metrics/boundaries')},
};
`,
  );
}
