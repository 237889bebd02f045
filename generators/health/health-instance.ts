import { type Code, code, from, type HealthCheck, join, literal } from '@joinery/kit';

/** Write the call that creates the service's health from every check contributed and its own. */
export function healthInstance(checks: readonly HealthCheck[]): Code {
  const own = code`...${from('ownChecks', '#host/health/checks')}`;
  const list = join([...checks.map(entry), own], ',\n    ');
  return code`${from('createHealth', '#host/health/health')}({
  cacheMs: ${from('env', '#host/config/env')}.HEALTH_CACHE_MS,
  checks: [
    ${list},
  ],
})`;
}

function entry({ name, check, timeoutMs, critical }: HealthCheck): Code {
  const timeout = timeoutMs === undefined ? '' : ` timeoutMs: ${timeoutMs},`;
  return code`{ name: ${literal(name)}, critical: ${critical},${timeout} check: ${check} }`;
}
