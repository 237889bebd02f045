import { contribute, definePlan, dependency, dotenv, file, template } from '@joinery/kit';
import { envExample } from './env-example.ts';
import { envFile } from './env-file.ts';
import { OWN_VARIABLES } from './own-variables.ts';

interface Options {
  readonly exampleFile: string;
}

export default definePlan<Options>({
  statements: ({ host }) => [
    dependency('zod', '^4.0.0'),
    template('config/load-env.ts', 'config/load-env.ts'),
    ...OWN_VARIABLES.map((variable) => contribute('env.variables', variable)),
    ...(host.tests.runner === undefined
      ? []
      : [template('config/env.check.ts', `config/env.${host.tests.suffix}.ts`)]),
    contribute('process.preload', { name: 'env', module: '#host/config/env' }),
  ],
  slots: {
    'env.variables': (variables, { options }) => [
      file('config/env.ts', envFile(variables)),
      dotenv(options.exampleFile, envExample(variables)),
    ],
  },
});
