import { code, from, type HealthCheck, type HostCode, type Profile } from '@joinery/kit';
import { pingMongoose } from './clients.ts';

/** The connection that mongoose keeps itself is asked, where the service opens it: nobody need export it. */
export function mongooseChecks(
  { dependencies }: Pick<Profile, 'dependencies'>,
  hostCode: HostCode,
): readonly HealthCheck[] {
  const used = dependencies.mongoose?.dev === false;
  if (!used || hostCode.calls(['mongoose.connect']).length === 0) return [];
  // ES modules cannot import `connection` by name.
  const db = code`${from('connections', 'mongoose')}[0]?.db`;
  return [{ name: 'mongodb', critical: true, check: code`async () => ${pingMongoose(db)}` }];
}
