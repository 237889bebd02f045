// Derived from generators/slo by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'slo',
  title: 'Service level objectives',
  options: [
    {
      name: 'runbooks',
      type: 'string',
      description:
        'Where people open the runbooks from an alert, e.g. https://git.example.com/orders/blob/main/docs/runbooks',
    },
    {
      name: 'grafana',
      type: 'string',
      description:
        "Grafana's address, for a link from each alert to the dashboard of the error budget; no link when empty",
    },
    {
      name: 'pageSeverity',
      type: 'string',
      description: 'The label `severity` of alerts that wake people',
    },
    {
      name: 'ticketSeverity',
      type: 'string',
      description: 'The label `severity` of alerts that can wait until morning',
    },
  ],
});
