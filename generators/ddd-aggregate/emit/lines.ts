import { type Code, code, join } from '@joinery/kit';

/** One fragment a line. */
export function lines(fragments: readonly Code[]): Code {
  return join(fragments, '\n');
}

/** Fragments with a blank line between each two; what is undefined is left out. */
export function blocks(fragments: readonly (Code | undefined)[]): Code {
  const filled = fragments.filter((one) => one !== undefined);
  return code`${join(filled, '\n\n')}\n`;
}
