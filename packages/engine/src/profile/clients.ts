import type { HostClient } from '@joinery/kit';
import { type Makers, madeAndExported } from './exported.ts';
import type { SourceText } from './import-graph.ts';

/** How a client is made, by the package that it comes from. A file must import that package itself. */
export const MADE: Makers = {
  '@prisma/client': /new\s+PrismaClient\s*\(/,
  ioredis: /new\s+(?:IO)?Redis\s*\(/i,
  kafkajs: /new\s+(?:\w+\.)?Kafka\s*\(/,
  knex: /(?:^|[^\w.])knex\s*\(|knex\.default\s*\(/i,
  mongodb: /new\s+(?:\w+\.)?MongoClient\s*\(/,
  mongoose: /(?:\w+\.)?createConnection\s*\(/,
  mysql2: /(?:\w+\.)?createPool\s*\(/,
  'mysql2/promise': /(?:\w+\.)?createPool\s*\(/,
  pg: /new\s+(?:\w+\.)?Pool\s*\(/,
  redis: /(?:\w+\.)?createClient\s*\(/,
  sequelize: /new\s+(?:\w+\.)?Sequelize\s*\(/,
  typeorm: /new\s+(?:\w+\.)?DataSource\s*\(/,
};

/**
 * Find the clients of databases, caches and queues that the host's own code makes and exports; nearest the entry first.
 * The entry is none of it: whoever loads that starts the service.
 */
export function findClients(sources: readonly SourceText[]): readonly HostClient[] {
  return sources.slice(1).flatMap((source) => madeAndExported(source, MADE));
}
