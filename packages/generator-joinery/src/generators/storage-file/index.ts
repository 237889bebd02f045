// Derived from generators/storage-file by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'storage-file',
  title: 'File storage',
  options: [
    {
      name: 'path',
      type: 'string',
      description: "The file where STORE_PATH is not set, from the service's working folder",
    },
  ],
});
