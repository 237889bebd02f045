import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Catalog } from '@joinery/engine';
import { TIERS, type Tier } from '@joinery/kit';
import fc from 'fast-check';
import { type HostFiles, readHostFiles } from '../host-files.ts';
import { openWorkbench, type Workbench } from '../workbench.ts';
import { checkImports } from './check-imports.ts';
import { checkOrder, checkRemoval, checkSet, type Trying } from './check-set.ts';
import { LawBook, type LawReport } from './law-report.ts';
import { pickFeatures } from './pick-features.ts';

/** What laws are tried on. */
export interface Laws {
  readonly catalog: Catalog;
  /** The features to try, by name, in random sets. */
  readonly features: readonly string[];
  /** Those that are tried alone, too; all unless told. */
  readonly alone?: readonly string[];
  /** Folders of the features, whose code is read for L8. */
  readonly folders?: readonly string[];
  /** Hosts by name; the fixtures of this package unless told. */
  readonly hosts?: Readonly<Record<string, HostFiles>>;
  /** Random sets and orders a host; 3 unless told. */
  readonly runs?: number;
  /** Makes the sets of an earlier report again. */
  readonly seed?: number;
  /** Whether a feature that fits into none of the hosts is a fault; it is unless told. */
  readonly needsHome?: boolean;
  /** Called with each host that features were added to, e.g. to type-check it. */
  readonly onAdded?: (host: string, files: HostFiles, about: string) => void;
}

/** The hosts of folders of fixtures, by name. */
export function fixtureHosts(...folders: readonly string[]): Readonly<Record<string, HostFiles>> {
  const found = folders.flatMap((folder) =>
    readdirSync(folder).map((name) => [name, join(folder, name)] as const),
  );
  return Object.fromEntries(found.map(([name, folder]) => [name, readHostFiles(folder)]));
}

/**
 * Try the laws L1, L2, L3, L5 and L8 of features over hosts in memory: each feature alone, all that fit together, and
 * random sets in random orders and groups. The resolver says what fits; what fits nowhere is a fault.
 */
export async function tryLaws(
  laws: Laws & { readonly hosts: Readonly<Record<string, HostFiles>> },
): Promise<LawReport> {
  const seed = laws.seed ?? Math.floor(Math.random() * 2 ** 31);
  const book = new LawBook();
  const bench = openWorkbench(laws.catalog);
  const homes = new Set<string>();
  for (const folder of laws.folders ?? []) {
    const faults = checkImports(folder);
    book.note('L8', basename(folder), faults.length === 0 ? undefined : faults.join(' '));
  }
  for (const [name, host] of Object.entries(laws.hosts)) {
    for (const feature of await checkHost(name, host, { laws, bench, book, seed })) homes.add(feature);
  }
  for (const feature of laws.features) {
    if (laws.needsHome !== false && !homes.has(feature))
      book.note('L6', feature, 'it fits into none of the hosts, so nothing was tried');
  }
  const said = [...bench.trespasses].map((one) => `L8: while it planned, ${one} was called`);
  return { faults: [...book.faults, ...said], tried: book.tried, homes: [...homes].sort(), seed };
}

interface Session {
  readonly laws: Laws;
  readonly bench: Workbench;
  readonly book: LawBook;
  readonly seed: number;
}

async function checkHost(name: string, host: HostFiles, session: Session): Promise<readonly string[]> {
  const { laws, bench, book } = session;
  const trying = (features: readonly string[], tier: Tier): Trying => ({
    bench,
    host,
    name,
    features,
    tier,
    book,
  });
  const fitting: string[] = [];
  for (const feature of laws.features) {
    const tier = await lowestTier(bench, host, feature);
    if (tier === undefined) continue;
    fitting.push(feature);
    if (laws.alone?.includes(feature) === false) continue;
    const added = await attempt(book, `${name}, ${feature}`, () => checkSet(trying([feature], tier)));
    if (added !== undefined) laws.onAdded?.(name, added, `${feature} at ${tier}`);
  }
  const all = await pickFeatures(bench, host, fitting, 'enterprise');
  if (all.length > 1) {
    await attempt(book, `${name}, all`, async () => {
      const whole = trying(all, 'enterprise');
      const together = await checkSet(whole);
      laws.onAdded?.(name, together, `${all.join('+')} at enterprise`);
      await checkRemoval(whole, all[session.seed % all.length] ?? '', together);
      await checkReads(whole);
    });
  }
  for (const { order, cuts, tier } of samples(fitting, session)) {
    const some = await pickFeatures(bench, host, order, tier);
    if (some.length < 2) continue;
    await attempt(book, `${name}, ${some.join('+')}`, async () => {
      const set = trying(some, tier);
      await checkOrder(set, grouped(some, cuts), await checkSet(set));
    });
  }
  return fitting;
}

/** L5: files that nothing needs to know are not read. */
async function checkReads({ bench, host, features, tier, book, name }: Trying): Promise<void> {
  const decoys = ['src/decoy/unrelated.ts', 'docs/decoy.md', 'src/decoy.test.ts', 'data/decoy.json'];
  const files = { ...host, ...Object.fromEntries(decoys.map((path) => [path, '\0'])) };
  const read = await bench.reads(files, { add: features.map((each) => ({ name: each })), tier });
  const needless = decoys.filter((path) => read.has(path));
  book.note('L5', name, needless.length === 0 ? undefined : `it reads ${needless.join(', ')} for nothing`);
}

async function lowestTier(bench: Workbench, host: HostFiles, feature: string): Promise<Tier | undefined> {
  for (const tier of TIERS) if (await bench.fits(host, [feature], tier)) return tier;
  return undefined;
}

interface Sample {
  readonly order: readonly string[];
  readonly cuts: readonly boolean[];
  readonly tier: Tier;
}

/** Random subsets of three to six in random orders, to be added in random groups. */
function samples(features: readonly string[], { laws, seed }: Session): readonly Sample[] {
  const least = Math.min(3, features.length);
  const sample = fc.record<Sample>({
    order: fc.shuffledSubarray([...features], { minLength: least, maxLength: Math.min(6, features.length) }),
    cuts: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    tier: fc.constantFrom(...TIERS),
  });
  return fc.sample(sample, { seed, numRuns: laws.runs ?? 3 });
}

function grouped(order: readonly string[], cuts: readonly boolean[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  order.forEach((name, index) => {
    const last = groups.at(-1);
    if (last === undefined || cuts[index] === true) groups.push([name]);
    else last.push(name);
  });
  return groups;
}

/** A set that can't be planned though the resolver lets it in breaks the promise of a sound resolution. */
async function attempt<T>(book: LawBook, about: string, run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    book.note('L6', about, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
