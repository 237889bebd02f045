import { TIERS } from '@joinery/kit';
import { z } from 'zod';

/** Which service a tool is about. */
export const servicePlace = {
  folder: z
    .string()
    .optional()
    .describe('The folder of the service; the one the server was started in unless told.'),
  project: z.string().optional().describe('A project of the workspace, where the folder is a workspace.'),
};

/** What is wanted of a service, in the words of the command line. */
export const wishes = {
  ...servicePlace,
  features: z.array(z.string()).default([]).describe('Features to add: `health`, `health@^1`.'),
  remove: z.array(z.string()).default([]).describe('Features to take out.'),
  exclude: z.array(z.string()).default([]).describe('Features that must not be chosen.'),
  set: z.array(z.string()).default([]).describe('Options of features: `health.cacheMs=500`.'),
  tier: z.enum(TIERS).optional().describe('How much the service gets; the tier it has unless told.'),
};

const place = z.object(servicePlace);
const wish = z.object(wishes);

export type ServicePlace = z.infer<typeof place>;
export type Wishes = z.infer<typeof wish>;
