import { contribute } from '@joinery/kit';

export const decision = contribute('decisions.records', {
  name: 'domain-without-framework',
  title: 'The domain knows no framework, clock or database',
  context:
    'Rules of the business live longer than frameworks and databases, and are tested far more often than those change.',
  decision:
    'The domain is plain TypeScript in `domain/`, on a kernel that is part of this service. Aggregates are changed by facts (`apply`, `when`); time and ids are handed in. Nothing in `domain/` imports anything outside of it.',
  consequences:
    'Domain code is tested without anything running, and its events can be stored, sent or only used to change the state. Mapping to tables and to HTTP is code of its own.',
});
