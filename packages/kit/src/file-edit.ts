import type { Json } from './json.ts';
import type { SourceEdit } from './source-edit.ts';

/** One value of a JSON, YAML or TOML file. A value that people set stays. */
export interface SettingEdit {
  readonly kind: 'setting';
  /** Keys from the top: `['services', 'orders', 'restart']`. */
  readonly path: readonly [string, ...string[]];
  readonly value: Json;
}

/** One element of a list in a JSON, YAML or TOML file; one that is there already stays. */
export interface ElementEdit {
  readonly kind: 'element';
  /** Keys of the list, from the top: `['jobs', 'build', 'steps']`. */
  readonly path: readonly [string, ...string[]];
  readonly value: Json;
}

/** One line of a file in which each line stands for itself, such as `.gitignore`. */
export interface LineEdit {
  readonly kind: 'line';
  readonly text: string;
  /** A line to stand below, where there is one; the last line otherwise. */
  readonly after?: string;
}

/** One instruction in the last stage of a Dockerfile, before what the container runs: `EXPOSE 9464`. */
export interface InstructionEdit {
  readonly kind: 'instruction';
  readonly text: string;
}

/** An option of the program that a Dockerfile's last stage runs: `node` and `['--import', './dist/preload.js']`. */
export interface ContainerOptionEdit {
  readonly kind: 'container-option';
  readonly program: string;
  readonly option: readonly [string, ...string[]];
}

/** A change to a file that people own. It is taken out again, and nothing else, when no feature asks for it any more. */
export type FileEdit =
  | SettingEdit
  | ElementEdit
  | LineEdit
  | InstructionEdit
  | ContainerOptionEdit
  | SourceEdit;

/** What to do where there is no such file: make it, or leave it so. */
export type AbsentFile = 'create' | 'leave';

export interface FileEditStatement {
  readonly kind: 'file-edit';
  /** From the service's folder. */
  readonly file: string;
  readonly absent: AbsentFile;
  readonly edit: FileEdit;
}

/** Set one value of a JSON, YAML or TOML file. Comments, order and style of the rest stay. */
export function setting(
  file: string,
  path: SettingEdit['path'],
  value: Json,
  absent: AbsentFile = 'create',
): FileEditStatement {
  return { kind: 'file-edit', file, absent, edit: { kind: 'setting', path, value } };
}

/** Add an element to a list of a JSON, YAML or TOML file. */
export function element(
  file: string,
  path: ElementEdit['path'],
  value: Json,
  absent: AbsentFile = 'create',
): FileEditStatement {
  return { kind: 'file-edit', file, absent, edit: { kind: 'element', path, value } };
}

/** Add a line to a file such as `.gitignore` or `.dockerignore`. */
export function line(
  file: string,
  text: string,
  options: { readonly after?: string; readonly absent?: AbsentFile } = {},
): FileEditStatement {
  const { after, absent = 'create' } = options;
  const edit: LineEdit = { kind: 'line', text, ...(after === undefined ? {} : { after }) };
  return { kind: 'file-edit', file, absent, edit };
}

/** Add an instruction to what a Dockerfile runs: to its last stage, before `ENTRYPOINT` and `CMD`. */
export function instruction(file: string, text: string): FileEditStatement {
  return { kind: 'file-edit', file, absent: 'leave', edit: { kind: 'instruction', text } };
}

/** Give the program that a Dockerfile's container runs an option: `containerOption('Dockerfile', 'node', ['--import', './x.js'])`. */
export function containerOption(
  file: string,
  program: string,
  option: ContainerOptionEdit['option'],
): FileEditStatement {
  return { kind: 'file-edit', file, absent: 'leave', edit: { kind: 'container-option', program, option } };
}

/**
 * Change a TypeScript file that people own.
 *
 * @example inSource('src/orders/events.ts', { kind: 'union-member', of: 'OrderEvent', text: 'OrderShipped' })
 */
export function inSource(file: string, edit: SourceEdit, absent: AbsentFile = 'leave'): FileEditStatement {
  return { kind: 'file-edit', file, absent, edit };
}
