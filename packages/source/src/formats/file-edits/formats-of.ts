import type { FileEdit } from '@joinery/kit';
import { optionVerb, passVerb, redirectVerb } from './call-verbs.ts';
import { containerOptionFormat } from './container-option-format.ts';
import type { FileFormat, Standing } from './file-format.ts';
import { importVerb } from './import-verb.ts';
import { instructionFormat } from './instruction-format.ts';
import { jsonFormat } from './json-format.ts';
import { lineFormat } from './line-format.ts';
import { logCallsVerb } from './log-calls-verb.ts';
import { sourceFormat } from './source-format.ts';
import {
  itemVerb,
  memberVerb,
  metadataVerb,
  parameterVerb,
  propertyVerb,
  reExportVerb,
  unionVerb,
} from './source-verbs.ts';
import { statementVerb, wrapVerb } from './statement-verbs.ts';
import { surroundVerb } from './surround-verb.ts';
import { tomlFormat } from './toml-format.ts';
import { yamlFormat } from './yaml-format.ts';

const DATA = [
  [/\.ya?ml$/, yamlFormat],
  [/\.toml$/, tomlFormat],
  [/\.(?:json|jsonc|json5)$|(?:^|\/)\.\w+rc$/, jsonFormat],
] as const;

/** How a file holds an edit; `undefined` when its format is not known by its name. */
export function formatOf(file: string, edit: FileEdit): BoundFormat | undefined {
  switch (edit.kind) {
    case 'line':
      return bind(lineFormat, edit);
    case 'pass':
      return bind(sourceFormat(file, passVerb), edit);
    case 'redirect':
      return bind(sourceFormat(file, redirectVerb), edit);
    case 'surround':
      return bind(sourceFormat(file, surroundVerb), edit);
    case 'option':
      return bind(sourceFormat(file, optionVerb), edit);
    case 'import':
      return bind(sourceFormat(file, importVerb), edit);
    case 'item':
      return bind(sourceFormat(file, itemVerb), edit);
    case 'log-calls':
      return bind(sourceFormat(file, logCallsVerb), edit);
    case 'member':
      return bind(sourceFormat(file, memberVerb), edit);
    case 'metadata':
      return bind(sourceFormat(file, metadataVerb), edit);
    case 'parameter':
      return bind(sourceFormat(file, parameterVerb), edit);
    case 'property':
      return bind(sourceFormat(file, propertyVerb), edit);
    case 're-export':
      return bind(sourceFormat(file, reExportVerb), edit);
    case 'statement':
      return bind(sourceFormat(file, statementVerb), edit);
    case 'wrap':
      return bind(sourceFormat(file, wrapVerb), edit);
    case 'union-member':
      return bind(sourceFormat(file, unionVerb), edit);
    case 'instruction':
      return bind(instructionFormat, edit);
    case 'container-option':
      return bind(containerOptionFormat, edit);
    default: {
      const format = DATA.find(([name]) => name.test(file))?.[1];
      return format === undefined ? undefined : bind(format, edit);
    }
  }
}

/** A format that knows its edit. */
export interface BoundFormat {
  find(text: string): Standing;
  place(text: string): ReturnType<FileFormat['place']>;
  takeOut(text: string): ReturnType<FileFormat['takeOut']>;
  read(text: string): ReturnType<FileFormat['read']>;
  expected(before: ReturnType<FileFormat['read']>): ReturnType<FileFormat['expected']>;
  snippet(): string;
}

function bind<E extends FileEdit>(format: FileFormat<E>, edit: E): BoundFormat {
  return {
    find: (text) => format.find(text, edit),
    place: (text) => format.place(text, edit),
    takeOut: (text) => format.takeOut(text, edit),
    read: format.read,
    expected: (before) => format.expected(before, edit),
    snippet: () => format.snippet(edit),
  };
}
