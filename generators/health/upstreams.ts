import { code, from, type HealthCheck, type HostUpstream, literal, type Profile } from '@joinery/kit';

/** Ask each service that this one calls whether it answers; without it, this one is still there. */
export function upstreamChecks({ upstreams }: Pick<Profile, 'upstreams'>): readonly HealthCheck[] {
  return [...upstreams].sort((a, b) => (a.variable < b.variable ? -1 : 1)).map(check);
}

function check({ variable, fallback }: HostUpstream): HealthCheck {
  const usual = fallback === undefined ? '' : code` ?? ${literal(fallback)}`;
  return {
    name: nameOf(variable),
    critical: false,
    check: code`${from('answers', '#host/health/upstream')}(() => process.env[${literal(variable)}]${usual})`,
  };
}

/** `payments-api` of `PAYMENTS_API_BASE_URL`. */
function nameOf(variable: string): string {
  return variable
    .replace(/(?:_BASE)?_(?:URL|URI|ENDPOINT)$/, '')
    .toLowerCase()
    .replaceAll('_', '-');
}
