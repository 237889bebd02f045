import { contribute } from '@joinery/kit';

export const decision = contribute('decisions.records', {
  name: 'contexts-have-one-door',
  title: 'Each bounded context has one door',
  context:
    'The same word means different things in different parts of a business; code that mixes them serves none.',
  decision:
    'A context is a folder below `contexts/` with `domain`, `application`, `infrastructure` and `api`, and one public module, `index.ts`. What it hears of another context passes a mapper of its own. `contexts/CONTEXT-MAP.md` says who hears of whom.',
  consequences:
    'A context can be understood, tested and moved alone. Sharing takes a decision, and a mapper.',
});
