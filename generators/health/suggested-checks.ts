import { type NoteStatement, note, type Profile } from '@joinery/kit';

/** What asks each client whether its other end is there; `client` stands for the service's own. */
const CHECKS: Readonly<Record<string, string>> = {
  '@prisma/client': "{ name: 'database', critical: true, check: () => client.$queryRaw`select 1` }",
  ioredis: "{ name: 'redis', critical: false, check: () => client.ping() }",
  kafkajs: "{ name: 'kafka', critical: false, check: () => admin.describeCluster() }",
  mongodb: "{ name: 'mongodb', critical: true, check: () => client.db().command({ ping: 1 }) }",
  mysql2: "{ name: 'mysql', critical: true, check: () => pool.query('select 1') }",
  pg: "{ name: 'postgresql', critical: true, check: () => pool.query('select 1') }",
  redis: "{ name: 'redis', critical: false, check: () => client.ping() }",
};

/** Say which check belongs to each client that the service depends on: which instance to ask only its people know. */
export function suggestedChecks({ dependencies, platformFolder }: Profile): readonly NoteStatement[] {
  return Object.entries(CHECKS)
    .filter(([name]) => dependencies[name]?.dev === false)
    .map(([name, check]) =>
      note(
        `The service depends on \`${name}\`. Let readiness know: add \`${check}\`, with its own client, to \`${platformFolder}/health/checks.ts\`.`,
      ),
    );
}
