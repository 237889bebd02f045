// Derived from generators/dashboards by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'dashboards',
  title: 'Dashboards',
  options: [
    {
      name: 'folder',
      type: 'string',
      description: 'The folder in Grafana that the dashboards are put in',
    },
    {
      name: 'runbooks',
      type: 'string',
      description:
        'The address of the runbooks, for a link from each dashboard, e.g. https://git.example.com/orders/tree/main/docs/runbooks; no link when empty',
    },
    {
      name: 'region',
      type: 'string',
      description:
        'The label of scraped series that tells regions apart, e.g. region, for panels by region at tier enterprise; none when empty',
    },
    {
      name: 'logs',
      type: 'string',
      description:
        'Under which labels Loki keeps the service\'s log, e.g. {service_name="orders"}, for a panel with its errors from tier advanced on; none when empty',
    },
  ],
});
