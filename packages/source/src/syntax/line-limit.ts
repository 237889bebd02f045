import type { Json, Profile } from '@joinery/kit';

/** How long lines may get, and how those that would be longer are broken; by Prettier's rules. */
export interface LineLimit {
  readonly width: number;
  readonly tabWidth: number;
  /** One level of indentation. */
  readonly indent: string;
  /** Where a comma stands after the last of several lines. */
  readonly trailingComma: 'all' | 'es5' | 'none';
  /** What stands inside braces on one line. */
  readonly padding: '' | ' ';
}

/** What the host's Prettier options say of long lines; `undefined` when they are not known. */
export function limitOf(prettier: Profile['prettier']): LineLimit | undefined {
  if (prettier === undefined) return undefined;
  const { printWidth, tabWidth, useTabs, trailingComma, bracketSpacing } = prettier.value;
  const columns = numberOr(tabWidth, 2);
  return {
    width: numberOr(printWidth, 80),
    tabWidth: columns,
    indent: useTabs === true ? '\t' : ' '.repeat(columns),
    trailingComma: trailingComma === 'none' || trailingComma === 'es5' ? trailingComma : 'all',
    padding: bracketSpacing === false ? '' : ' ',
  };
}

/** Whether a line is short enough. */
export function fits(line: string, { width, tabWidth }: LineLimit): boolean {
  let columns = 0;
  for (const character of line) {
    columns +=
      character === '\t'
        ? tabWidth
        : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(
              character,
            )
          ? 2
          : 1;
  }
  return columns <= width;
}

function numberOr(value: Json | undefined, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}
