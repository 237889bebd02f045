import type Generator from 'yeoman-generator';
import type { Declaration } from './declaration.ts';

type Declared = Pick<Generator, 'option' | 'argument'>;

/** Flags keep the type that `yo` gave them; they are read in one place. */
const asGiven = (value: unknown) => value;

const EVERYWHERE = {
  tier: 'basic, intermediate, advanced or enterprise: how much of each feature; joinery.json says it otherwise',
  exclude: 'Features that must not come along: metrics,tracing',
  set: 'An option of a feature, health.cacheMs=500; may be repeated',
} as const;

/** Tell Yeoman which arguments and flags there are, for `--help`. */
export function declareOptions(
  generator: Declared,
  { feature, options, generators = [] }: Declaration,
): void {
  for (const [name, description] of Object.entries(EVERYWHERE)) {
    generator.option(name, { type: asGiven, description });
  }
  for (const { name, description } of options) generator.option(name, { type: asGiven, description });
  const [usual] = generators;
  if (usual !== undefined) {
    const kinds = generators.map(({ kind, summary }) => `${kind} (${summary})`).join(', ');
    const description = `What to generate: a name, after one of ${kinds}; ${usual.kind} unless told`;
    generator.argument('names', { type: Array, required: false, description });
  }
  for (const [name, description] of Object.entries(
    Object.assign({}, ...generators.map((one) => one.arguments)),
  ))
    generator.option(name, { type: asGiven, description: String(description) });
  generator.option('latest', { type: Boolean, description: 'Take the newest versions of features' });
  generator.option('force', { type: Boolean, description: 'Agree to every change of a file of the service' });
  generator.option('dry-run', { type: Boolean, description: 'Show the changes and write nothing' });
  if (feature !== undefined) return;
  generator.option('remove', { type: asGiven, description: 'Features to take out: health,metrics' });
  generator.argument('features', {
    type: Array,
    required: false,
    description: 'Features to add, with a version range where it matters: health metrics@^1',
  });
}
