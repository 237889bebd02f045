import type { Profile } from '@joinery/kit';

/** How a service reads its `.env`: by dotenv, by a framework in its own time, or not at all. */
export type ReadsDotenv = 'file' | 'framework' | 'no';

/** Tell from the packages the service depends on. */
export function readsDotenv({ dependencies }: Profile): ReadsDotenv {
  if (dependencies.dotenv?.dev === false) return 'file';
  return '@nestjs/config' in dependencies ? 'framework' : 'no';
}
