import {
  definePlan,
  document,
  json,
  note,
  script,
  startDocument,
  template,
  textTemplate,
} from '@joinery/kit';
import { decision } from './decision.ts';
import { rulesFor } from './rules.ts';

const SCRIPTS = [
  'check-architecture',
  'architecture/imports-in',
  'architecture/modules-in',
  'architecture/violations-of',
];

const FIRST_RUN =
  'Run `npm run check:architecture` now. If old code breaks the rules, `npm run check:architecture -- --baseline` lets that pass, and nothing else.';

export default definePlan({
  statements: ({ host }) => [
    ...SCRIPTS.map((name) => document(`scripts/${name}.mjs`, textTemplate(`scripts/${name}.mjs`))),
    startDocument('architecture.rules.json', json(rulesFor(host))),
    template('architecture/architecture.check.ts', `architecture/architecture.${host.tests.suffix}.ts`),
    script('check:architecture', 'node scripts/check-architecture.mjs'),
    note(FIRST_RUN),
    decision,
  ],
});
