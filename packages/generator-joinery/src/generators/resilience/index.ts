// Derived from generators/resilience by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'resilience',
  title: 'Resilience',
  options: [
    {
      name: 'timeoutMs',
      type: 'integer',
      description: 'Milliseconds that one attempt may take; the default of UPSTREAM_TIMEOUT_MS',
    },
    {
      name: 'clients',
      type: 'object',
      description:
        'The upstreams, each with the files whose calls of `fetch`, axios, got and undici\'s `request` go to it: { "payments": { "files": ["src/payments.ts"] } }',
    },
  ],
  generators: [
    {
      kind: 'client',
      summary:
        'A client for an upstream, which the calls of `fetch`, axios, got and undici in some files go through',
      arguments: {
        files: 'The files that call it: src/payments.ts',
      },
    },
  ],
});
