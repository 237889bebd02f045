import type { Profile } from '@joinery/kit';

/** Where zod 4 is imported from: zod 3.25 has it as well, under a name of its own. */
export function zodModule({ dependencies }: Pick<Profile, 'dependencies'>): 'zod' | 'zod/v4' {
  const { zod } = dependencies;
  const version = zod?.installed ?? zod?.range ?? '4';
  return /^[\^~>=v\s]*3\./.test(version) ? 'zod/v4' : 'zod';
}
