import { type ComposeRequest, EXIT, type FeatureRequest, ProblemError } from '@joinery/engine';
import { type Json, TIERS, type Tier } from '@joinery/kit';

/** What a person wrote, in a shell, in `nx g` or at a prompt. */
export interface Asked {
  /** `health`, `health@^1`, `@acme/gate@2`. */
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** `health.cacheMs=500`. */
  readonly set: readonly string[];
  readonly exclude: readonly string[];
  readonly tier: string | undefined;
  /** Whether newer versions than the lockfile's are wanted. */
  readonly latest: boolean;
  /** Features to bring to newer versions than the lockfile's: `health`, `health@^2`. */
  readonly upgrade?: readonly string[];
  /** Whether what requires a removed feature goes, too. */
  readonly cascade?: boolean;
  /** Whether edited files of removed features are deleted. */
  readonly force?: boolean;
}

/** Turn words into a request. Throws ProblemError `invalid-request` naming every word that can't be understood. */
export function readRequest(asked: Asked): ComposeRequest {
  const words = [...asked.add, ...(asked.upgrade ?? [])];
  const faults = [
    ...words.filter((word) => readFeature(word) === undefined).map((word) => `\`${word}\` is no feature`),
    ...asked.set.filter((word) => readSetting(word) === undefined).map((word) => `\`${word}\` is no setting`),
    ...(asked.tier === undefined || readTier(asked.tier) ? [] : [`\`${asked.tier}\` is no tier`]),
  ];
  if (faults.length > 0) throw invalid(faults);
  const settings = asked.set.flatMap((word) => readSetting(word) ?? []);
  const upgrade = (asked.upgrade ?? []).flatMap((word) => readFeature(word) ?? []);
  const add = [
    ...asked.add.flatMap((word) => readFeature(word) ?? []),
    ...upgrade.filter(({ range }) => range !== undefined),
  ];
  const tier = asked.tier === undefined ? undefined : readTier(asked.tier);
  return {
    add: withOptions(add, settings),
    remove: asked.remove.map((name) => name.replace(/^@joinery\//, '')),
    exclude: asked.exclude,
    ...(tier === undefined ? {} : { tier }),
    prefer: asked.latest ? 'newest' : 'lock',
    upgrade: upgrade.map(({ name }) => name),
    cascade: asked.cascade === true,
    force: asked.force === true,
  };
}

interface Setting {
  readonly feature: string;
  readonly key: string;
  readonly value: Json;
}

/** A setting of a feature that is not named otherwise is a request for that feature. */
function withOptions(
  add: readonly FeatureRequest[],
  settings: readonly Setting[],
): readonly FeatureRequest[] {
  const names = [...new Set([...add.map(({ name }) => name), ...settings.map(({ feature }) => feature)])];
  return names.map((name) => {
    const own = settings.filter(({ feature }) => feature === name).map(({ key, value }) => [key, value]);
    const asked = add.findLast((one) => one.name === name) ?? { name };
    return own.length === 0 ? asked : { ...asked, options: Object.fromEntries(own) };
  });
}

function readFeature(word: string): FeatureRequest | undefined {
  const match = /^((?:@[\w.-]+\/)?[A-Za-z0-9][\w.-]*)(?:@(.+))?$/.exec(word.trim());
  const [, name, range] = match ?? [];
  if (name === undefined) return undefined;
  return { name: name.replace(/^@joinery\//, ''), ...(range === undefined ? {} : { range }) };
}

function readSetting(word: string): Setting | undefined {
  const [, feature, key, text] = /^([^=]+)\.([A-Za-z_$][\w$-]*)=(.*)$/s.exec(word) ?? [];
  if (feature === undefined || key === undefined || text === undefined) return undefined;
  return { feature: feature.replace(/^@joinery\//, ''), key, value: readValue(text) };
}

/** JSON where it is JSON (`500`, `true`, `["a"]`), else the text itself. */
function readValue(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function readTier(word: string): Tier | undefined {
  return TIERS.find((tier) => tier === word);
}

function invalid(faults: readonly string[]): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'invalid-request',
    exitCode: EXIT.error,
    found: `The request cannot be understood: ${faults.join('; ')}.`,
    todo: `A feature is written \`health\` or \`health@^1\`, a setting \`health.cacheMs=500\`, a tier is one of ${TIERS.join(', ')}.`,
  });
}
