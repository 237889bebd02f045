import type { Range, Tier } from '@joinery/kit';
import type { ResolveRequest } from '../request.ts';

/** A request, as the encoder takes it: parts of it may have been given up to see what then follows. */
export interface Wish {
  /** Feature → range; `undefined` for any version at all, pre-releases included. */
  readonly features: ReadonlyMap<string, Range | undefined>;
  readonly exclude: readonly string[];
  readonly tier: Tier | undefined;
  readonly host: ReadonlyMap<string, string>;
  readonly evidence: ReadonlyMap<string, string>;
  readonly lock: ReadonlyMap<string, string>;
  /** Whether locked versions are preferred; locked providers always are. */
  readonly keepLocked: boolean;
}

export function wish(request: ResolveRequest): Wish {
  return {
    features: sorted(request.features),
    exclude: [...new Set(request.exclude ?? [])].sort(),
    tier: request.tier,
    host: sorted(request.host),
    evidence: sorted(request.evidence),
    lock: sorted(request.lock),
    keepLocked: request.prefer !== 'newest',
  };
}

function sorted(record: Readonly<Record<string, string>> | undefined): ReadonlyMap<string, string> {
  return new Map(Object.entries(record ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}
