// Derived from generators/messaging-cloudevents by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'messaging-cloudevents',
  title: 'CloudEvents',
  options: [
    {
      name: 'transport',
      type: 'string',
      description:
        'What carries events between services: requests, NATS JetStream, or a broker such as RabbitMQ',
    },
    {
      name: 'typePrefix',
      type: 'string',
      description: 'Reverse DNS that stands before the type of each event',
    },
    {
      name: 'mode',
      type: 'string',
      description: 'How events are sent: attributes as headers, or the whole event as JSON',
    },
  ],
});
