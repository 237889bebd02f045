import type { Asked } from '@joinery/door';
import {
  type ComposePorts,
  evidenceText,
  ProblemError,
  readWanted,
  recommend,
  survey,
} from '@joinery/engine';
import { TIERS } from '@joinery/kit';
import semver from 'semver';

export interface Choice {
  readonly name: string;
  readonly value: string;
}

export interface Question {
  readonly type: 'checkbox' | 'select';
  readonly name: 'features' | 'tier';
  readonly message: string;
  readonly choices: Choice[];
}

/** What is still open in a request and can be asked: the features when none is named, the tier of a new service. */
export async function questions(asked: Asked, { tree, catalog }: ComposePorts): Promise<readonly Question[]> {
  if (asked.add.length > 0 || asked.remove.length > 0 || asked.set.length > 0) return [];
  const wanted = readWanted(tree);
  const names = (await catalog.names()).filter((name) => !Object.hasOwn(wanted.features, name));
  const reasons = await recommended({ tree, catalog });
  const ordered = [...names].sort((a, b) => Number(reasons.has(b)) - Number(reasons.has(a)));
  const choices = await Promise.all(ordered.map((name) => choiceOf(name, reasons.get(name), catalog)));
  const tiers = TIERS.map((tier) => ({ name: tier, value: tier }));
  const settled = asked.tier !== undefined || wanted.tier !== undefined;
  return [
    { type: 'checkbox', name: 'features', message: 'Which features shall the service get?', choices },
    ...(settled
      ? []
      : [{ type: 'select', name: 'tier', message: 'Which tier is the service?', choices: tiers } as const]),
  ];
}

/** Feature → the evidence that speaks for it; none where the service cannot be told, which composing will say. */
async function recommended(
  ports: Pick<ComposePorts, 'tree' | 'catalog'>,
): Promise<ReadonlyMap<string, string>> {
  try {
    const found = recommend(await survey(ports)).recommended.filter(({ kind }) => kind !== 'preset');
    return new Map(found.map(({ feature, evidence }) => [feature, evidenceText(evidence)]));
  } catch (error) {
    if (error instanceof ProblemError) return new Map();
    throw error;
  }
}

async function choiceOf(
  name: string,
  evidence: string | undefined,
  catalog: ComposePorts['catalog'],
): Promise<Choice> {
  const [newest] = [...(await catalog.versions(name))].sort((a, b) =>
    semver.rcompare(a.entry.version, b.entry.version),
  );
  const words = newest === undefined ? name : `${newest.manifest.title}: ${newest.manifest.summary}`;
  return { name: evidence === undefined ? words : `${words} (recommended: ${evidence})`, value: name };
}
