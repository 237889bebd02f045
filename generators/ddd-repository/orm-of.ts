import type { Profile } from '@joinery/kit';

/** How each mapper gets along with repositories. */
const ORMS: Readonly<Record<string, 'pool' | 'connections' | 'documents'>> = {
  '@prisma/client': 'connections',
  typeorm: 'connections',
  '@mikro-orm/core': 'connections',
  'drizzle-orm': 'pool',
  kysely: 'pool',
  sequelize: 'connections',
  objection: 'connections',
  mongoose: 'documents',
};

/** What to know where the host has an object-relational mapper: it is kept, and there is never a second one. */
export function besideOrm({ dependencies }: Pick<Profile, 'dependencies'>): readonly string[] {
  const orm = Object.keys(ORMS).find((name) => Object.hasOwn(dependencies, name));
  if (orm === undefined) return [];
  const kept = `The service uses \`${orm}\`, which stays as it is. Repositories keep aggregates in the storage, in tables of their own: let each table belong to one of them, and have \`${orm}\` not create or drop theirs.`;
  return [`${kept} ${TRANSACTIONS[ORMS[orm] ?? 'connections'](orm)}`];
}

const TRANSACTIONS: Readonly<Record<(typeof ORMS)[string], (orm: string) => string>> = {
  pool: (orm) =>
    `With \`storage-postgres\` and its option \`pool\` what \`${orm}\` does inside of \`storage.transaction\` is part of that transaction.`,
  connections: (orm) =>
    `\`${orm}\` has connections of its own, so what it does is never in one transaction with what a repository saves: write what belongs together through one of them, or send the rest by the outbox.`,
  documents: (orm) =>
    `\`${orm}\` keeps documents in another database: what it writes is never in one transaction with what a repository saves.`,
};
