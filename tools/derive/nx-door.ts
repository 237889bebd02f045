import type { DoorFeature, OptionSchema } from './read-features.ts';

/** What the factory of every feature's generator is, from the feature's own folder. */
const FACTORY = '@joinery/nx/feature';

/** generators.json of a feature: `nx g @joinery/health:add`. */
export function generatorsJson({ packageName, title, summary, generators = {} }: DoorFeature): object {
  const kinds = Object.entries(generators).map(([kind, { summary: description }]) => [
    kind,
    { factory: '@joinery/nx/generate', schema: `./schemas/${kind}.json`, description: `${description}.` },
  ]);
  return {
    $schema: 'http://json-schema.org/schema',
    name: packageName,
    generators: {
      add: { factory: FACTORY, schema: './schema.json', description: `${title}: ${summary}.` },
      ...Object.fromEntries(kinds),
    },
  };
}

/** schema.json of a feature: the project, the tier, and the feature's own options. */
export function schemaJson(feature: DoorFeature): object {
  const taken = Object.keys(feature.options).filter((name) => Object.hasOwn(SHARED, name));
  if (taken.length > 0) throw new RangeError(`${feature.name}: the doors use ${taken.join(', ')} themselves`);
  const options = Object.entries(feature.options).map(([name, schema]) => [name, withoutDefault(schema)]);
  return {
    $schema: 'https://json-schema.org/schema',
    $id: `Joinery-${feature.name}-add`,
    title: `Add ${feature.title.charAt(0).toLowerCase()}${feature.title.slice(1)}`,
    description: `${feature.summary}.`,
    type: 'object',
    additionalProperties: false,
    properties: {
      ...SHARED,
      feature: { ...SHARED.feature, const: feature.packageName, default: feature.packageName },
      ...Object.fromEntries(options),
    },
    required: ['project'],
  };
}

/** schemas/<kind>.json of what a feature generates: `nx g @joinery/ddd-aggregate:aggregate Order`. */
export function kindSchemaJson(feature: DoorFeature, kind: string): object {
  const { summary, arguments: given = {} } = feature.generators?.[kind] ?? { summary: '' };
  const generator = `${feature.packageName}:${kind}`;
  const { $default: _, ...project } = SHARED.project as { readonly $default: object };
  const own = Object.entries(given).map(([name, { description }]) => [name, { type: 'string', description }]);
  return {
    $schema: 'https://json-schema.org/schema',
    $id: `Joinery-${feature.name}-${kind}`,
    title: `Generate: ${kind}`,
    description: `${summary}.`,
    type: 'object',
    additionalProperties: false,
    properties: {
      name: {
        type: 'string',
        description: 'What it is called: OrderLine.',
        $default: { $source: 'argv', index: 0 },
        'x-prompt': 'What is it called?',
      },
      project,
      ...Object.fromEntries(own),
      tier: SHARED.tier,
      skipInstall: SHARED.skipInstall,
      generator: { ...SHARED.feature, const: generator, default: generator },
    },
    required: ['name', 'project'],
  };
}

/** A generator's schema of @joinery/nx with its list of features brought up to date. */
export function withPromptItems(schema: NxSchema, features: readonly DoorFeature[]): NxSchema {
  const { features: asked, ...others } = schema.properties;
  const items = features.map(({ name, title, summary }) => ({ value: name, label: `${title}: ${summary}` }));
  const entries = Object.entries(schema.properties).map(([name, property]) =>
    name === 'features'
      ? [name, { ...asked, 'x-prompt': { ...asked['x-prompt'], items } }]
      : [name, property],
  );
  return { ...schema, properties: { ...others, ...Object.fromEntries(entries) } };
}

export interface NxSchema {
  readonly properties: { readonly features: { readonly 'x-prompt': object } };
}

const SHARED: Readonly<Record<'project' | 'tier' | 'skipInstall' | 'feature', object>> = {
  project: {
    type: 'string',
    description:
      'The project to change: its name, or its folder; several separated by commas; or all with a tag, tag:backend.',
    aliases: ['projects'],
    $default: { $source: 'argv', index: 0 },
    'x-prompt': 'Which project?',
    'x-dropdown': 'projects',
    'x-priority': 'important',
  },
  tier: {
    type: 'string',
    enum: ['basic', 'intermediate', 'advanced', 'enterprise'],
    description: 'How much of each feature the service gets. Left out: what joinery.json says, or basic.',
  },
  skipInstall: { type: 'boolean', description: 'Do not install packages.', 'x-priority': 'internal' },
  feature: { type: 'string', description: 'The feature itself.', visible: false, 'x-priority': 'internal' },
};

/** Nx would hand a default on as if the user had asked for it; left out, the feature's own default applies. */
function withoutDefault({ default: value, ...schema }: OptionSchema): OptionSchema {
  if (value === undefined) return schema;
  const description = `${schema.description ?? ''} (${JSON.stringify(value)} unless told)`.trim();
  return { ...schema, description };
}
