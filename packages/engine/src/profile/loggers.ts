import type { HostClient } from '@joinery/kit';
import { type Makers, madeAndExported } from './exported.ts';
import type { SourceText } from './import-graph.ts';

const MADE: Makers = {
  pino: /(?:pino\.)?pino\s*\(/,
  winston: /(?:\w+\.)?createLogger\s*\(/,
};

/** Levels of one's own leave out some that others call. */
const OTHER_LEVELS = /\b(?:customLevels|useOnlyCustomLevels)\b/;

/**
 * Find the loggers that the host's own code makes and exports; nearest the entry first. The entry is none of it, nor is a
 * file that needs the platform itself: one of both would have to be loaded first.
 */
export function findLoggers(sources: readonly SourceText[], platformFolder: string): readonly HostClient[] {
  const folder = platformFolder.split('/').at(-1) ?? platformFolder;
  const needsPlatform = new RegExp(
    String.raw`["'](?:\.{1,2}/)+(?:[\w-]+/)*${folder}(?!/logging/service-logger\b)(?:/[^"'\n]*)?["']`,
  );
  return sources
    .slice(1)
    .filter(({ text }) => !OTHER_LEVELS.test(text) && !needsPlatform.test(text))
    .flatMap((source) => madeAndExported(source, MADE));
}
