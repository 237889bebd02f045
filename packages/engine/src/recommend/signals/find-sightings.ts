import { packagesImported, type SourceText } from '../../profile/import-graph.ts';
import type { Signal } from './signal.ts';

/** More places than this say nothing new. */
const MOST = 50;

/** Where the host's own files show a signal, `src/server.ts:41`; nearest the entry first. Comments do not count. */
export function findSightings(
  signal: Signal,
  sources: readonly SourceText[],
  dependencies: Readonly<Record<string, unknown>>,
): readonly string[] {
  const { packages = [] } = signal;
  const imported = packagesImported(sources).filter(({ name }) => packages.includes(name));
  const declared = packages.filter(
    (name) => Object.hasOwn(dependencies, name) && imported.every((one) => one.name !== name),
  );
  const places = [
    ...sources.flatMap((source) => placesIn(source, signal)),
    ...imported.map(({ evidence }) => evidence),
    ...declared.map((name) => `package.json#dependencies.${name}`),
  ];
  return [...new Set(places)].slice(0, MOST);
}

function placesIn({ file, text }: SourceText, { pattern, files, notFiles }: Signal): readonly string[] {
  if (pattern === undefined || files?.test(file) === false || notFiles?.test(file) === true) return [];
  return [...text.matchAll(pattern)]
    .slice(0, MOST)
    .map((match) => `${file}:${text.slice(0, match.index).split('\n').length}`);
}
