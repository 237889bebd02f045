import { FRAMEWORKS, TIERS } from '@joinery/kit';
import type { JsonSchema } from '../json-schema.ts';

export const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** Starts with a letter or digit, so neither `__proto__` nor a path; each character is looked at once. */
const NAME_PATTERN = '^(?:@[A-Za-z0-9][A-Za-z0-9._~-]*/)?[A-Za-z0-9][A-Za-z0-9._~-]*$';

/** Schemas that several of the published ones are made of. */
export const parts = {
  name: { type: 'string', minLength: 1, maxLength: 214, pattern: NAME_PATTERN, format: 'feature-name' },
  version: { type: 'string', maxLength: 256, format: 'semver' },
  range: { type: 'string', maxLength: 1024, format: 'semver-range' },
  tier: { type: 'string', enum: TIERS },
  framework: { type: 'string', enum: FRAMEWORKS },
  sentence: { type: 'string', minLength: 1, maxLength: 2000 },
} as const satisfies Readonly<Record<string, JsonSchema>>;

/** What a manifest and a catalog's entry have in common. */
export const declarations = {
  tiers: {
    description: 'The tiers at which the feature can be had, and the one from which its preset brings it.',
    type: 'object',
    properties: { min: parts.tier, max: parts.tier, preset: parts.tier },
    additionalProperties: false,
  },
  provides: {
    description: 'Capability → the version provided.',
    ...recordOf(parts.version),
  },
  requires: {
    description: 'Feature or capability → the range needed.',
    ...recordOf(parts.range),
  },
  optional: {
    description: 'Feature or capability → the range accepted when it is present; never pulled in.',
    ...recordOf(parts.range),
  },
  conflicts: {
    description: 'Feature or capability → the range that can not be there too, and why.',
    ...recordOf({
      type: 'object',
      properties: { range: parts.range, because: parts.sentence },
      required: ['range', 'because'],
      additionalProperties: false,
    }),
  },
  exclusive: {
    description: 'Capabilities of which this must be the only provider.',
    type: 'array',
    items: parts.name,
    uniqueItems: true,
  },
  host: {
    description: 'Host fact (node, a framework, any dependency) → the range accepted if it is there.',
    ...recordOf(parts.range),
  },
} as const satisfies Readonly<Record<string, JsonSchema>>;

export function recordOf(value: JsonSchema): JsonSchema {
  return { type: 'object', propertyNames: parts.name, additionalProperties: value };
}
