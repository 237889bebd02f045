import type { StartOptionStatement } from '@joinery/kit';
import { applySplices, insertion, removal, type Splice } from '../edits/splice.ts';
import { propertiesAt } from './json-object.ts';

/** Options that one program spells in two ways. */
const SHORT: Readonly<Record<string, string>> = { '--close-grace-delay': '-g' };

/** Extend every call of a program in the scripts, except those that set the option themselves. */
export function addStartOption(text: string, { program, option }: StartOptionStatement): string {
  const [name, value] = option;
  return editCalls(text, program, (position, rest) =>
    isSet(rest, name) ? [] : [insertion(position, ` ${name} ${value}`)],
  );
}

/** Take the option out of the calls we extended. */
export function removeStartOption(text: string, { program, option }: StartOptionStatement): string {
  const added = ` ${option.join(' ')}`;
  return editCalls(text, program, (position, rest) =>
    rest.startsWith(added) && /^(?:\s|$)/.test(rest.slice(added.length))
      ? [removal(position, position + added.length)]
      : [],
  );
}

type EditCall = (position: number, rest: string) => readonly Splice[];

function editCalls(text: string, program: string, edit: EditCall): string {
  const words = program.includes(' ') ? program : `${program} start`;
  const pattern = new RegExp(
    `(?<=^|[\\s"'/])${words.split(/\s+/).map(escaped).join('\\s+')}(?![\\w.:/-])`,
    'g',
  );
  const splices = (propertiesAt(text, ['scripts']) ?? []).flatMap(({ value }) =>
    [...value.text.matchAll(pattern)].flatMap((match) => {
      const end = match.index + match[0].length;
      const [rest = ''] = /^.*?(?=&&|\|\||[;|"']|\\"|$)/.exec(value.text.slice(end)) ?? [];
      return edit(value.start + end, rest);
    }),
  );
  return applySplices(text, splices);
}

function isSet(rest: string, name: string): boolean {
  const names = [name, SHORT[name]].filter((each) => each !== undefined);
  return rest.split(/[\s=]+/).some((word) => names.includes(word));
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
