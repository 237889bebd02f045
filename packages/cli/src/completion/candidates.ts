import type { Command, Option } from 'commander';

/** A word that could come next, and what it means. */
export interface Candidate {
  readonly word: string;
  readonly meaning: string;
}

/** What can stand in place of the last word; `more` asks for names that only the service or the catalog knows. */
export async function candidates(
  root: Command,
  words: readonly string[],
  more: (command: string) => Promise<readonly Candidate[]>,
): Promise<readonly Candidate[]> {
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const name = before.find((word) => !word.startsWith('-'));
  const chosen = root.commands.find((command) => command.name() === name);
  if (chosen === undefined) return last.startsWith('-') ? optionsOf(root) : commandsOf(root);
  const option = chosen.options.find(({ short, long }) => [short, long].includes(before.at(-1)));
  if (option !== undefined && (option.required || option.optional)) return choicesOf(option);
  return last.startsWith('-') ? optionsOf(chosen) : [...argumentsOf(chosen), ...(await more(chosen.name()))];
}

function commandsOf(root: Command): readonly Candidate[] {
  return root
    .createHelp()
    .visibleCommands(root)
    .map((one) => ({ word: one.name(), meaning: one.description() }));
}

function optionsOf(command: Command): readonly Candidate[] {
  return command.options
    .filter(({ hidden }) => !hidden)
    .map(({ long, short, description }) => ({ word: long ?? short ?? '', meaning: description }));
}

function choicesOf({ argChoices, description }: Option): readonly Candidate[] {
  return (argChoices ?? []).map((word) => ({ word, meaning: description }));
}

function argumentsOf(command: Command): readonly Candidate[] {
  const [argument] = command.registeredArguments;
  return (argument?.argChoices ?? []).map((word) => ({ word, meaning: argument?.description ?? '' }));
}
