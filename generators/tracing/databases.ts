import { type Code, code, devDependency, from, type Profile, type Statement, template } from '@joinery/kit';

/** What a client of a database needs so that its operations are spans. */
interface DatabaseTracing {
  readonly file: string;
  readonly symbol: string;
  readonly statements: readonly Statement[];
}

const PUBLISHED = { file: 'trace-published-queries', symbol: 'tracePublishedQueries', statements: [] };

const BY_PACKAGE: Readonly<Record<string, DatabaseTracing>> = {
  ioredis: PUBLISHED,
  mongodb: { file: 'trace-mongodb', symbol: 'traceMongodb', statements: [] },
  mysql2: PUBLISHED,
  pg: { file: 'trace-pg', symbol: 'tracePg', statements: [devDependency('@types/pg', '^8.0.0', '*')] },
  redis: PUBLISHED,
};

/** The features that bring a client along. */
const BY_FEATURE: Readonly<Record<string, string>> = { pg: 'storage-postgres' };

/** Trace the clients that the host depends on itself, and those that features bring. */
export function databases(
  { dependencies }: Profile,
  has: (feature: string) => boolean,
): {
  readonly instruments: readonly Code[];
  readonly statements: readonly Statement[];
} {
  const found = Object.entries(BY_PACKAGE)
    .filter(([name]) => dependencies[name]?.dev === false || has(BY_FEATURE[name] ?? ''))
    .map(([, tracing]) => tracing);
  const distinct = [...new Set(found)];
  return {
    instruments: distinct.map(({ file, symbol }) => code`${from(symbol, `#host/tracing/${file}`)}`),
    statements: [
      ...(distinct.length === 0 ? [] : [template('tracing/database-span.ts', 'tracing/database-span.ts')]),
      ...distinct.flatMap(({ file, statements }) => [
        template(`tracing/${file}.ts`, `tracing/${file}.ts`),
        ...statements,
      ]),
    ],
  };
}
