// Derived from generators/messaging-cloudevents by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'messaging-cloudevents',
  title: 'Messaging cloudevents',
  options: [
    {
      name: 'greeting',
      type: 'string',
      description: 'What is said.',
    },
  ],
});
