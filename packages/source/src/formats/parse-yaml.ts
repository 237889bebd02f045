import { EXIT, ProblemError } from '@joinery/engine';
import type { Json } from '@joinery/kit';
import { parseAllDocuments } from 'yaml';

/** Read YAML: one value for each document. Throws ProblemError `unreadable-yaml`, which names file and line. */
export function parseYaml(text: string, path: string): readonly Json[] {
  const documents = parseAllDocuments(text);
  const [fault] = [...documents].flatMap(({ errors }) => errors);
  if (fault !== undefined) {
    const line = fault.linePos?.[0].line ?? 1;
    throw new ProblemError({
      kind: 'problem',
      id: 'unreadable-yaml',
      exitCode: EXIT.error,
      found: `\`${path}\` is not YAML: ${fault.message.split('\n')[0]?.replace(/ at line.*$/, '')}.`,
      todo: 'Correct it, then run the command again.',
      places: [`${path}:${line}`],
    });
  }
  return [...documents].map((document): Json => document.toJS());
}
