// Derived from generators/tracing by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'tracing',
  title: 'Tracing',
  options: [
    {
      name: 'ratio',
      type: 'number',
      description:
        'The share of requests that is traced where neither the caller nor OTEL_TRACES_SAMPLER_ARG decides, outside development and staging',
    },
  ],
});
