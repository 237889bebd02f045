import type { Range } from '@joinery/kit';
import semver from 'semver';

const MAX_PARSED = 20_000;
const parsed = new Map<Range, semver.Range>();

/** Parse a range once. Throws TypeError when it is not one. */
export function parseRange(range: Range): semver.Range {
  const known = parsed.get(range);
  if (known !== undefined) return known;
  const fresh = new semver.Range(range);
  if (parsed.size >= MAX_PARSED) parsed.clear();
  parsed.set(range, fresh);
  return fresh;
}
