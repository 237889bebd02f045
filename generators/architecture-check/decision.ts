import { contribute } from '@joinery/kit';

export const decision = contribute('decisions.records', {
  name: 'architecture-is-tested',
  title: 'The architecture is a test',
  context: 'What may import what is agreed once and then broken one import at a time.',
  decision:
    '`architecture.rules.json` says it, and a test of this service checks it by reading its imports. It fails when it finds no module to look at. Old violations are listed in `architecture.baseline.json`, which may only shrink.',
  consequences:
    'A forbidden import fails with its file and line and the allowed way. The check needs no compiler and no package, so it works with any version of TypeScript; it does not see imports that are built from strings at run time.',
});
