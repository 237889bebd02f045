import type { Declared, Wanted } from '../solver/fact.ts';
import type { Incompatibility } from '../solver/incompatibility.ts';
import { sets } from '../solver/version-set.ts';
import type { Encoding } from '../universe/encoding.ts';
import { naming } from './naming.ts';

/** Every sentence of an explanation is made here. Clauses have no capital and no full stop. */
export const prose = {
  alone: (clause: string): string => `${capital(clause)}.`,
  because: (reasons: Reasons, conclusion: string): string => `Because ${because(reasons)}, ${conclusion}.`,
  andBecause: (reasons: Reasons, conclusion: string): string =>
    `And because ${because(reasons)}, ${conclusion}.`,
  clause,
  fact: (clause: string): string => `- ${clause}`,
  gaveUp: (steps: number): string =>
    `Gave up after ${steps} steps without an answer. The conflict met last, which may not be the only one:`,
  heading: (index: number, total: number): string => `Conflict ${index} of ${total}:`,
  noFix: (): string => 'No fix was found within the limits of the search.',
  numbered: (sentence: string, number: number): string => `${sentence} (${number})`,
  tooLong: (shown: number, total: number): string =>
    `These facts contradict each other${shown === total ? '' : `; ${shown} of ${total} are shown`}:`,
} as const;

/** What a line follows from: facts not told before, and lines told before. */
export interface Reasons {
  readonly facts: readonly string[];
  readonly lines: readonly number[];
}

function because({ facts, lines }: Reasons): string {
  // A clause that has a comma or a reason of its own is set off, so that it is plain where it ends.
  const isLong = facts.some((fact) => fact.includes(', ') || fact.includes(' since '));
  const told = isLong ? facts.join(', and ') : naming.list(facts);
  if (lines.length === 0) return told;
  const earlier = `of ${naming.list(lines.map((line) => `(${line})`))}`;
  return facts.length === 0 ? earlier : `${earlier} and because ${told}`;
}

/** What an incompatibility says. */
function clause(encoding: Encoding, incompatibility: Incompatibility): string {
  const { cause } = incompatibility;
  if (cause.kind === 'derived') return derived(encoding, incompatibility);
  return 'ranges' in cause.fact || cause.fact.kind === 'exclusive' || cause.fact.kind === 'needs-tier'
    ? declared(encoding, incompatibility, cause.fact)
    : wanted(encoding, incompatibility, cause.fact);
}

function wanted(encoding: Encoding, { packages }: Incompatibility, fact: Wanted): string {
  switch (fact.kind) {
    case 'present':
      return `you asked for \`${fact.feature}\``;
    case 'asked':
    case 'range': {
      const asked = `you asked for ${naming.wanted(fact.feature, [fact.range])}`;
      return packages.length > 0 ? asked : `${asked} ${naming.unmatched(encoding, fact.feature)}`;
    }
    case 'excluded':
      return `you excluded \`${fact.feature}\``;
    case 'tier':
      return `the tier is \`${fact.tier}\``;
    case 'host':
      return hostFact(fact.name, fact.version, fact.evidence);
  }
}

/** With its place, unless nothing in the host says it. */
function hostFact(name: string, version: string, evidence: string | undefined): string {
  if (evidence === undefined) return `the host has ${name} ${version}`;
  return evidence.startsWith('nothing says')
    ? `nothing in the host says which ${name} it has, so ${version} is assumed`
    : `the host has ${name} ${version} in ${evidence}`;
}

function declared(encoding: Encoding, incompatibility: Incompatibility, fact: Declared): string {
  const [package_ = 0] = incompatibility.packages;
  const [set = []] = incompatibility.sets;
  const subject = naming.every(encoding, package_, set);
  const others = naming.others(encoding, incompatibility);
  switch (fact.kind) {
    case 'requires':
      return `${subject} requires ${requirement(encoding, incompatibility, fact)}`;
    case 'optional':
      return `${subject} works only with ${naming.wanted(fact.name, fact.ranges)}, not with ${others}`;
    case 'conflicts': {
      const who = encoding.index.entries.has(fact.name) ? '' : ` (here ${others})`;
      return `${subject} conflicts with ${naming.wanted(fact.name, fact.ranges)}${who} since ${fact.because}`;
    }
    case 'exclusive':
      return `${subject} must be the only provider of \`${fact.name}\`, which ${others} provides too`;
    case 'needs-host':
      return `${subject} needs ${fact.name} ${fact.ranges.join(' or ')}`;
    case 'needs-tier':
      return `${subject} needs tier ${tiers(fact)}`;
  }
}

/** What is required, and from whom it could come where that is not plain from its name. */
function requirement(
  encoding: Encoding,
  incompatibility: Incompatibility,
  { name, ranges }: Extract<Declared, { readonly kind: 'requires' }>,
): string {
  const offers = naming.providers(encoding, incompatibility);
  const required = naming.wanted(name, ranges);
  const [first, ...others] = offers;
  if (first === undefined) return `${required} ${naming.unmatched(encoding, name)}`;
  const offered = naming.versions(encoding, first.package, first.set);
  const isItself = others.length === 0 && encoding.packages[first.package]?.name === name;
  if (isItself) return ranges.length === 1 ? required : offered;
  const from = [
    offered,
    ...others.map(({ package: package_, set }) => naming.versions(encoding, package_, set)),
  ];
  return `${ranges.length === 1 ? required : `\`${name}\``} (from ${from.join(' or ')})`;
}

function tiers({ min, max }: Extract<Declared, { readonly kind: 'needs-tier' }>): string {
  const lowest = min === undefined ? [] : [`\`${min}\` or higher`];
  const highest = max === undefined ? [] : [`\`${max}\` or lower`];
  return naming.list([...lowest, ...highest]);
}

/** What follows from other incompatibilities. */
function derived(encoding: Encoding, incompatibility: Incompatibility): string {
  const { packages, sets: terms } = incompatibility;
  if (packages.length === 0) return 'there is a conflict';
  const needed = naming.providers(encoding, incompatibility);
  const alternatives = needed
    .map(({ package: package_, set }) => naming.versions(encoding, package_, set))
    .join(' or ');
  const present = packages.filter((_, index) => !sets.mayBeAbsent(terms[index] ?? []));
  const named = present.map((package_) => {
    const set = terms[packages.indexOf(package_)] ?? [];
    return needed.length > 0 && present.length === 1
      ? naming.every(encoding, package_, set)
      : naming.versions(encoding, package_, set);
  });
  const [subject = '', ...others] = named;
  if (present.length === 0) return `${alternatives} is needed`;
  if (needed.length > 0)
    return `${naming.list(named)} ${others.length > 0 ? 'together require' : 'requires'} ${alternatives}`;
  return others.length === 0
    ? `${subject} can't be used`
    : `${subject} can't be used with ${naming.list(others)}`;
}

function capital(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`;
}
