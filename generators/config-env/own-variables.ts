import type { EnvVariable } from '@joinery/kit';

/** What every service has, whoever reads it. */
export const OWN_VARIABLES: readonly EnvVariable[] = [
  {
    name: 'NODE_ENV',
    type: 'string',
    default: 'development',
    description: 'Where the service runs: `production`, `test`, `development` or a name of your own.',
  },
  {
    name: 'PORT',
    type: 'port',
    optional: true,
    description: 'The port the service listens on, where it does not choose one itself.',
  },
];
