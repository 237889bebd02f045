import { FRAMEWORKS, type Json, TIERS } from '@joinery/kit';
import semver from 'semver';
import { EXIT, ProblemError } from '../problem.ts';
import { parseJsonWithComments } from '../profile/json-with-comments.ts';
import type { Tree } from '../tree/tree.ts';
import { WANTED_FILE, type Wanted, type WantedFeature } from './wanted.ts';

const KEYS = ['$schema', 'tier', 'features', 'exclude', 'profile'] as const;
const PINS = ['entry', 'framework', 'platformFolder'] as const;

type JsonRecord = Readonly<Record<string, unknown>>;

/** Read joinery.json; an absent one wants nothing. Throws ProblemError `broken-joinery-json` with every fault at once. */
export function readWanted(tree: Tree): Wanted {
  const text = tree.read(WANTED_FILE);
  if (text === undefined) return { features: {}, exclude: [], profile: {} };
  const parsed = parseJsonWithComments(text);
  if (!isRecord(parsed)) throw broken(['it is no JSON object']);
  const faults = faultsOf(parsed);
  if (faults.length > 0) throw broken(faults);
  const features = isRecord(parsed.features) ? parsed.features : {};
  const tier = TIERS.find((name) => name === parsed.tier);
  return {
    ...(tier === undefined ? {} : { tier }),
    features: Object.fromEntries(Object.entries(features).map(([name, value]) => [name, featureOf(value)])),
    exclude: strings(parsed.exclude),
    profile: pinsOf(parsed.profile),
  };
}

function faultsOf(parsed: JsonRecord): readonly string[] {
  const features = isRecord(parsed.features) ? Object.entries(parsed.features) : [];
  const pins = isRecord(parsed.profile) ? parsed.profile : {};
  return [
    ...unknownKeys(parsed, KEYS, ''),
    ...unknownKeys(pins, PINS, 'profile.'),
    ...(parsed.tier === undefined || TIERS.some((name) => name === parsed.tier)
      ? []
      : [`\`tier\` is ${JSON.stringify(parsed.tier)}, not one of ${TIERS.join(', ')}`]),
    ...(pins.framework === undefined || FRAMEWORKS.some((name) => name === pins.framework)
      ? []
      : [`\`profile.framework\` is ${JSON.stringify(pins.framework)}, not one of ${FRAMEWORKS.join(', ')}`]),
    ...features.flatMap(([name, value]) => {
      const range = isRecord(value) ? (value.range ?? '*') : value;
      const valid = typeof range === 'string' && semver.validRange(range) !== null;
      return valid ? [] : [`\`features.${name}\` has no valid range`];
    }),
  ];
}

function unknownKeys(record: JsonRecord, known: readonly string[], prefix: string): readonly string[] {
  return Object.keys(record)
    .filter((key) => !known.includes(key))
    .map((key) => `\`${prefix}${key}\` is no known key (${known.join(', ')})`);
}

function featureOf(value: unknown): WantedFeature {
  if (!isRecord(value)) return { range: String(value), options: {} };
  const options = isRecord(value.options) ? value.options : {};
  return { range: String(value.range ?? '*'), options: options as Readonly<Record<string, Json>> };
}

function pinsOf(value: unknown): Wanted['profile'] {
  if (!isRecord(value)) return {};
  const framework = FRAMEWORKS.find((name) => name === value.framework);
  return {
    ...(typeof value.entry === 'string' ? { entry: value.entry } : {}),
    ...(typeof value.platformFolder === 'string' ? { platformFolder: value.platformFolder } : {}),
    ...(framework === undefined ? {} : { framework }),
  };
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function broken(faults: readonly string[]): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'broken-joinery-json',
    exitCode: EXIT.error,
    found: `${WANTED_FILE} cannot be used: ${faults.join('; ')}.`,
    todo: 'Mend it; docs/joinery-json.md describes every key.',
    places: [WANTED_FILE],
  });
}
