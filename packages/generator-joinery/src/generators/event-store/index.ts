// Derived from generators/event-store by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'event-store',
  title: 'Event store',
  options: [],
});
