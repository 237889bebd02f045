import type { AlertRule } from '@joinery/kit';

/** No alert for people: Alertmanager holds tickets back while it fires. */
export const DEPLOY_WINDOW: AlertRule = {
  name: 'DeployWindow',
  expr: 'min(process_uptime_seconds{job="$job"}) < 300',
  for: '0m',
  severity: 'info',
  tier: 'advanced',
  summary: 'An instance has started within the last five minutes',
  description: 'Tickets of the service are held back while this fires; pages are not.',
  runbook: {
    meaning: 'An instance of the service has started within the last five minutes, as in a deployment.',
    impact: 'None: it goes to nobody. Alertmanager holds tickets of the service back while it fires.',
    diagnosis: 'If it fires all the time, instances restart: see [ProcessRestarting](process-restarting.md).',
    mitigation: 'Nothing to do.',
  },
};
