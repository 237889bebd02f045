import type { SourceText } from './import-graph.ts';

const CALL = /^(?!\s*(?:\/\/|\*|\/\*)).*\bconsole\s*\.\s*(?:log|info|warn|error|debug|trace)\s*\(/;

/** Find where the host calls `console`; nearest the entry first. Generated files are not counted. */
export function findConsoleCalls(sources: readonly SourceText[], platformFolder: string): readonly string[] {
  return sources
    .filter(({ file }) => !file.startsWith(`${platformFolder}/`))
    .flatMap(({ file, text }) =>
      text.split('\n').flatMap((line, index) => (CALL.test(line) ? [`${file}:${index + 1}`] : [])),
    );
}
