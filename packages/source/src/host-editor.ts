import type { HostEditor } from '@joinery/engine';
import { readCode } from './code/host-code.ts';
import { compareUses } from './drift/compare-uses.ts';
import { findEdits } from './drift/find-edits.ts';
import { findConsole } from './follow/find-console.ts';
import { editDotenv } from './formats/dotenv.ts';
import { editFile } from './formats/file-edits/edit-file.ts';
import { formatWithPrettier } from './formats/format-with-prettier.ts';
import { editJson } from './formats/json.ts';
import { editPackage } from './formats/package-json.ts';
import { parseYaml } from './formats/parse-yaml.ts';
import { printYaml } from './formats/print-yaml.ts';
import { restyle } from './formats/restyle.ts';
import { compose } from './frameworks/compose.ts';
import { merge } from './merge/merge.ts';
import { retarget } from './moves/retarget.ts';
import { wire } from './wire/wire.ts';

/** Load every way of changing text. ts-morph and Prettier are loaded by the first call that needs them. */
export async function loadHostEditor(): Promise<HostEditor> {
  return {
    composePlatform: compose,
    wire,
    readCode,
    findEdits,
    findConsole,
    compareUses,
    restyle: async (text, { style, prettier }) => {
      if (prettier === undefined) return restyle(text, style);
      const endOfLine = style.eol === '\n' ? 'lf' : 'crlf';
      return formatWithPrettier(text, { endOfLine, ...prettier.value });
    },
    merge,
    retarget,
    editPackage,
    editFile,
    printYaml,
    parseYaml,
    editJson,
    editDotenv,
  };
}
