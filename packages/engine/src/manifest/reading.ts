import type { Problem } from '../problem.ts';
import { describeFinding } from './describe-finding.ts';
import type { Finding, Path } from './finding.ts';

/** A document that was read, or everything that is wrong with it. */
export type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'faulty'; readonly problems: readonly Problem[] };

/** More than this nobody corrects in one go. */
const MAX_PROBLEMS = 100;

/** Turn findings into a faulty reading; the value, which must fit its schema by then, into a good one. */
export function reading<T>(
  findings: readonly Finding[],
  file: string,
  within: Path,
  value: () => T,
): Reading<T> {
  if (findings.length === 0) return { kind: 'read', value: value() };
  const shown = findings.slice(0, MAX_PROBLEMS).map((finding) => describeFinding(finding, file, within));
  const last = shown.at(-1);
  const left = findings.length - shown.length;
  if (left === 0 || last === undefined) return { kind: 'faulty', problems: shown };
  const more = { ...last, found: `${last.found} There are ${left} more problems.` };
  return { kind: 'faulty', problems: [...shown.slice(0, -1), more] };
}

/** Parse a text; pass anything else on as it is. */
export function parsed(input: unknown): { readonly json: unknown } | { readonly finding: Finding } {
  if (typeof input !== 'string') return { json: input };
  try {
    return { json: JSON.parse(input.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { finding: { kind: 'invalid-json', path: [], reason } };
  }
}
