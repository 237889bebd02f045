import type { BaseOptions } from 'yeoman-generator';
import { JoineryGenerator } from '../../joinery-generator.ts';

/** `yo joinery [features]`: compose features into the service around the folder that Yeoman runs in. */
export default class AppGenerator extends JoineryGenerator {
  constructor(args: string[], settings: BaseOptions) {
    super(args, settings, {
      description: 'Add production features to the service in this folder.',
      options: [],
    });
  }
}
