// Derived from generators/event-projections by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'event-projections',
  title: 'Projections',
  options: [],
});
