import { contribute } from '@joinery/kit';

export const decision = contribute('decisions.records', {
  name: 'commands-and-queries',
  title: 'Commands change, queries ask',
  context:
    'Handlers of HTTP, jobs and messages all want the same things done, with the same checks around them.',
  decision:
    'What the service can be told and asked is listed by type in `application/messages.ts`. Each type has one handler; around all handlers of commands stand validation, authorisation and a transaction, in this order. When somebody else has changed the same aggregate meanwhile, a command is handled again up to three times, unless its sender decided on a version.',
  consequences:
    'Adapters stay thin, and what is sent and not handled, or handled twice, is found by the compiler or at the start. One more step between a request and what it does.',
});
