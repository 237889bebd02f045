import { contribute } from '@joinery/kit';

export const decision = contribute('decisions.records', {
  name: 'repositories-and-specifications',
  title: 'Aggregates are kept by repositories, and found by specifications',
  context:
    'Queries that are spread over handlers tie every rule to one database, and the same question is asked in slightly different ways.',
  decision:
    'Each aggregate has one repository, which saves it whole and refuses to overwrite what somebody else has saved meanwhile. What is looked for is a specification of typed fields; it means the same in memory and, compiled with parameters, in SQL. Pages are found by keys, not by counting rows.',
  consequences:
    'The domain is tested without a database, and the storage can be changed. A question that no specification can ask needs a query of its own, beside the repository.',
});
