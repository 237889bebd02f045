// Derived from generators/alerts by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'alerts',
  title: 'Alerts',
  options: [
    {
      name: 'owner',
      type: 'string',
      description: 'The team that is told; the label `owner` of each alert',
    },
    {
      name: 'runbooks',
      type: 'string',
      description:
        'Where people open the runbooks from an alert, e.g. https://git.example.com/orders/blob/main/docs/runbooks',
    },
    {
      name: 'grafana',
      type: 'string',
      description: "Grafana's address, for a link from each alert to its dashboard; no link when empty",
    },
    {
      name: 'errorRatio',
      type: 'number',
      description: 'Share of requests that fail, above which HighErrorRate fires',
    },
    {
      name: 'p99Seconds',
      type: 'number',
      description: 'Seconds of the slowest hundredth of requests, above which HighLatencyP99 fires',
    },
    {
      name: 'region',
      type: 'string',
      description:
        'The label of scraped series that tells regions apart, e.g. region; none when empty (tier enterprise)',
    },
    {
      name: 'probe',
      type: 'string',
      description:
        'The job under which Prometheus scrapes a blackbox exporter that asks the service from outside; none when empty (tier enterprise)',
    },
  ],
});
