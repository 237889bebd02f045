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
  ],
});
