import type { Command } from 'commander';

type Examples = readonly (readonly [command: string, meaning: string])[];

/** What people do with each command. A test holds that every command has some, and that they are understood. */
export const EXAMPLES: Readonly<Record<string, Examples>> = {
  joinery: [
    ['joinery', 'choose at the terminal, see the plan, apply it'],
    ['joinery recommend', 'what this service lacks, and why'],
    ['joinery list', 'what can be added here'],
    ['joinery add health metrics --diff', 'show every line, then ask'],
    ['joinery add health@^1 --set health.cacheMs=500 --yes', 'an option, without asking'],
    ['joinery plan slo -o plan.json', 'to review now and apply later'],
    ['joinery generate ddd-aggregate Order --fields total:Money', 'write an aggregate, add to it later'],
    ['joinery remove metrics', 'take a feature out again'],
    ['joinery upgrade --check', 'are newer versions there? exit 2 if so'],
    ['joinery undo', 'take the last apply back'],
    ['joinery doctor', 'what has drifted'],
    ['joinery explain no-entry', 'what an error means'],
  ],
  add: [
    ['joinery add health metrics', 'show the plan, ask, apply'],
    ['joinery add health@^1 --set health.cacheMs=500', 'a version, and an option'],
    ['joinery add --tier advanced', 'all that a tier brings'],
    ['joinery add slo --yes --verify tests', 'without asking; the tests must pass'],
    ['joinery add slo --fix', 'on a conflict, choose a fix'],
  ],
  generate: [
    ["joinery generate ddd-aggregate Order --fields 'total:Money,note:text?'", 'an aggregate and its test'],
    ['joinery generate ddd-aggregate:event OrderPaid --of Order --fields paidAt:time', 'more of it, later'],
  ],
  remove: [
    ['joinery remove metrics', 'what people edited stays'],
    ['joinery remove health --cascade', 'and what requires it'],
  ],
  upgrade: [
    ['joinery upgrade', 'everything that has a newer version that fits'],
    ['joinery upgrade health --diff', 'one feature, every line shown'],
    ['joinery upgrade --check', 'exit 2 when there is something newer'],
  ],
  tier: [
    ['joinery tier', 'tell the tier'],
    ['joinery tier advanced --dry-run', 'what moving up would change'],
  ],
  apply: [
    ['joinery apply plan.json', 'a plan that was reviewed'],
    ['joinery apply --yes', 'bring the service to what joinery.json says'],
    ['joinery apply --continue', 'after conflicts were settled'],
  ],
  plan: [
    ['joinery plan slo', 'what adding would do'],
    ['joinery plan slo -o plan.json', 'to review now and apply later'],
    ['joinery plan --check', 'in CI: exit 2 when something is pending'],
    ['joinery plan slo --markdown', 'as a comment for a pull request'],
  ],
  compose: [
    ['joinery compose', 'choose, see the plan, apply it'],
    ['joinery compose -C services/orders', 'for another folder'],
  ],
  list: [
    ['joinery list', 'by category; the installed ones are marked'],
    ['joinery list --registry', 'those of the npm registry, too'],
  ],
  info: [['joinery info health', 'what it adds and needs, and its options']],
  recommend: [
    ['joinery recommend', 'with the places that speak for each feature'],
    ['joinery recommend --tier intermediate --json', 'up to a tier, as data'],
  ],
  why: [['joinery why config-env', 'who needs it']],
  graph: [
    ['joinery graph', 'as text'],
    ['joinery graph --format mermaid', 'for a document'],
  ],
  resolve: [['joinery resolve --catalog universe.json --request request.json --json', 'on files alone']],
  doctor: [
    ['joinery doctor', 'what differs from what was applied; exit 2 if anything does'],
    ['joinery doctor --fix', 'write what is missing again'],
  ],
  undo: [
    ['joinery undo', 'take the last apply back'],
    ['joinery undo --list', 'what can be taken back'],
  ],
  mcp: [['joinery mcp', 'an assistant starts it; people rarely do']],
  explain: [
    ['joinery explain no-entry', 'cause, example, way out'],
    ['joinery explain', 'every id'],
  ],
  completion: [
    ['eval "$(joinery completion bash)"', 'in ~/.bashrc; zsh alike'],
    ['joinery completion fish | source', 'in fish'],
  ],
};

/** Put its examples below the help of every command. */
export function addExamples(root: Command): void {
  for (const command of [root, ...root.commands]) {
    const examples = EXAMPLES[command.name()] ?? [];
    const width = Math.max(...examples.map(([words]) => words.length));
    const lines = examples.map(([words, meaning]) => `  ${words.padEnd(width)}  ${meaning}`);
    if (lines.length > 0) command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
  }
}
