import type { BaseOptions } from 'yeoman-generator';
import type { FeatureKind, FeatureOption } from './declaration.ts';
import { JoineryGenerator } from './joinery-generator.ts';

/** A feature as its sub-generator declares it; derived from the feature's manifest. */
export interface FeatureDeclaration {
  readonly name: string;
  readonly title: string;
  readonly options: readonly FeatureOption[];
  readonly generators?: readonly FeatureKind[];
}

/** What Yeoman makes generators of. */
export type GeneratorClass = new (args: string[], settings: BaseOptions) => JoineryGenerator;

/** The generator behind `yo joinery:<feature>`. */
export function featureGenerator({
  name,
  title,
  options,
  generators = [],
}: FeatureDeclaration): GeneratorClass {
  return class FeatureGenerator extends JoineryGenerator {
    constructor(args: string[], settings: BaseOptions) {
      const description = `${title}: add it to the service.`;
      super(args, settings, { description, feature: name, options, generators });
    }
  };
}
