import type { Profile } from '@joinery/kit';

const ORMS = [
  '@prisma/client',
  'typeorm',
  '@mikro-orm/core',
  'drizzle-orm',
  'sequelize',
  'mongoose',
  'objection',
];

/** The object-relational mapper that the host has, if any: there is never a second one. */
export function ormOf(dependencies: Profile['dependencies']): string | undefined {
  return ORMS.find((name) => Object.hasOwn(dependencies, name));
}
