/** Settings that make generators and package managers ask nothing, look for no updates and leave no daemon behind. */
const QUIET = {
  CI: '1',
  NO_UPDATE_NOTIFIER: '1',
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_prefer_offline: 'true',
  npm_config_update_notifier: 'false',
  npm_config_yes: 'true',
} as const;

/** What Jest, Nx and `npm run` add to the environment of this process, and a shell of the user's own does not have. */
const OURS =
  /^(NODE_ENV|NODE_OPTIONS|JEST_|NX_|INIT_CWD|FORCE_COLOR|npm_(package|lifecycle|command|config_local_prefix))/;

/** Return the environment a user's shell would give a command, with everything set to run unattended. */
export function cleanEnv(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  return { ...Object.fromEntries(own), ...QUIET, ...more };
}
