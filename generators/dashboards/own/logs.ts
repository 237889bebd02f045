import type { DashboardPanel } from '@joinery/kit';

/** The lines of the log beside the numbers, where Loki keeps them; `selector` is what it has them under. */
export function logPanels(selector: string): readonly DashboardPanel[] {
  if (selector === '') return [];
  return [
    {
      name: 'log-lines',
      row: 'Logs',
      title: 'Errors in the log',
      description: 'Lines of level error and above. A line that has a trace leads to it.',
      kind: 'logs',
      unit: 'short',
      tier: 'advanced',
      dashboards: ['on-call', 'service'],
      queries: [{ expr: `${selector} | json | severity=~"(?i)error|fatal"`, legend: '' }],
    },
  ];
}
