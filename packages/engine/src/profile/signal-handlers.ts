import { packagesImported, type SourceText } from './import-graph.ts';

/** Packages whose business is to end the process in order. */
const PACKAGES = [
  'close-with-grace',
  '@godaddy/terminus',
  'lightship',
  'http-terminator',
  'stoppable',
  'http-graceful-shutdown',
];

const HANDLER = /\bprocess\s*\.\s*(?:on|once|addListener)\s*\(\s*["'`](?:SIGTERM|SIGINT)["'`]/g;

/** Find where the host handles SIGTERM or SIGINT itself; nearest the entry first. Generated files are not counted. */
export function findSignalHandlers(
  sources: readonly SourceText[],
  platformFolder: string,
): readonly string[] {
  const own = sources.filter(({ file }) => !file.startsWith(`${platformFolder}/`));
  const handlers = own.flatMap(({ file, text }) =>
    [...text.matchAll(HANDLER)].map((match) => `${file}:${text.slice(0, match.index).split('\n').length}`),
  );
  const packages = packagesImported(own).filter(({ name }) => PACKAGES.includes(name));
  return [...handlers, ...packages.map(({ evidence }) => evidence)];
}
