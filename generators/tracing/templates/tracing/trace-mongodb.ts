import type { Tracer } from '@opentelemetry/api';
import * as mongodb from 'mongodb';
import { endDatabaseSpan, startDatabaseSpan } from './database-span.ts';

type Method = (this: object, ...args: unknown[]) => unknown;
type Methods = Record<string, Method | undefined>;

const OF_COLLECTIONS = [
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'replaceOne',
  'deleteOne',
  'deleteMany',
  'findOne',
  'findOneAndUpdate',
  'findOneAndReplace',
  'findOneAndDelete',
  'countDocuments',
  'estimatedDocumentCount',
  'distinct',
  'bulkWrite',
];

/** Trace what is asked of collections. The driver publishes nothing, so the methods of its classes are wrapped. */
export function traceMongodb(tracer: Tracer): void {
  const { Collection, FindCursor, AggregationCursor } = mongodb;
  wrap(tracer, Collection.prototype, OF_COLLECTIONS);
  wrap(tracer, FindCursor.prototype, ['toArray'], 'find');
  wrap(tracer, AggregationCursor.prototype, ['toArray'], 'aggregate');
}

function wrap(
  tracer: Tracer,
  prototype: object,
  names: readonly string[],
  operation?: string,
): void {
  const methods = prototype as Methods;
  for (const name of names) {
    const method = methods[name];
    if (method === undefined) continue;
    methods[name] = function (...args) {
      const span = startDatabaseSpan(tracer, () => describe(this, operation ?? name));
      const result = method.apply(this, args);
      if (span === undefined) return result;
      if (!(result instanceof Promise)) {
        endDatabaseSpan(span);
        return result;
      }
      result.then(
        () => endDatabaseSpan(span),
        (error: unknown) => endDatabaseSpan(span, error),
      );
      return result;
    };
  }
}

/** A collection knows its names, and a cursor its namespace. */
function describe(target: object, operation: string) {
  const { dbName, collectionName, namespace } = target as {
    readonly dbName?: string;
    readonly collectionName?: string;
    readonly namespace?: { readonly db?: string; readonly collection?: string };
  };
  return {
    system: 'mongodb',
    operation,
    namespace: dbName ?? namespace?.db,
    collection: collectionName ?? namespace?.collection,
  };
}
