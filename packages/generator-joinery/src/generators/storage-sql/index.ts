// Derived from generators/storage-sql by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'storage-sql',
  title: 'SQL storage',
  options: [],
});
