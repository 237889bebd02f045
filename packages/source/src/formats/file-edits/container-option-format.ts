import type { ContainerOptionEdit } from '@joinery/kit';
import { insertion, removal } from '../../edits/splice.ts';
import { type Instruction, lastStage } from './dockerfile.ts';
import { linesOf } from './eol.ts';
import type { FileFormat, Standing } from './file-format.ts';

/** Options of the program that a container runs, in the array form and in the shell form. */
export const containerOptionFormat: FileFormat<ContainerOptionEdit> = {
  find,
  place: (text, edit) => {
    const call = callOf(text, edit.program);
    return call === undefined ? [] : [insertion(call.end, words(edit, call.form))];
  },
  takeOut: (text, edit) => {
    const standing = find(text, edit);
    const call = callOf(text, edit.program);
    if (standing.kind !== 'same' || call === undefined) return undefined;
    return [removal(standing.at, standing.at + words(edit, call.form).length)];
  },
  read: (text) => linesOf(text).map((line) => line.text),
  expected: () => undefined,
  snippet: (edit) => `CMD ["${[edit.program, ...edit.option].join('", "')}", …]`,
};

interface Call {
  readonly form: 'array' | 'shell';
  /** After the program's name, and its closing quote. */
  readonly end: number;
  /** Where the instruction that makes the call ends. */
  readonly stop: number;
}

function find(text: string, edit: ContainerOptionEdit): Standing {
  const stage = lastStage(text);
  if (stage === undefined) return { kind: 'unclear', at: 0, why: 'it has no `FROM`' };
  const call = callOf(text, edit.program);
  const at = stage.at(-1)?.start ?? 0;
  if (call === undefined)
    return { kind: 'unclear', at, why: `its last stage does not run \`${edit.program}\`` };
  const index = text.slice(call.end, call.stop).indexOf(words(edit, call.form));
  return index === -1 ? { kind: 'missing' } : { kind: 'same', at: call.end + index };
}

function words({ option }: ContainerOptionEdit, form: Call['form']): string {
  return form === 'shell'
    ? ` ${option.join(' ')}`
    : option.map((word) => `, ${JSON.stringify(word)}`).join('');
}

/** The call of a program by the last `ENTRYPOINT` or `CMD` that names it. */
function callOf(text: string, program: string): Call | undefined {
  const stage = lastStage(text) ?? [];
  const runs = ['ENTRYPOINT', 'CMD'].flatMap((name) => stage.findLast((one) => one.name === name) ?? []);
  return runs.flatMap((run) => callIn(text, run, program) ?? [])[0];
}

function callIn(text: string, { name, start, end }: Instruction, program: string): Call | undefined {
  const said = text.slice(start, end);
  const escaped = program.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const form = new RegExp(`^\\s*${name}\\s*\\[`, 'i').test(said) ? 'array' : 'shell';
  const pattern =
    form === 'array'
      ? `"(?:[^"\\s]*/)?${escaped}"`
      : `(?<=^\\s*${name}\\s|[\\s;&|])(?:\\S*/)?${escaped}(?=\\s)`;
  const found = new RegExp(pattern, 'im').exec(said);
  return found === null ? undefined : { form, end: start + found.index + found[0].length, stop: end };
}
