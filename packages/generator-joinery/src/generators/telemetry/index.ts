// Derived from generators/telemetry by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'telemetry',
  title: 'Telemetry',
  options: [],
});
