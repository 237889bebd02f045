import {
  contribute,
  definePlan,
  dependency,
  devDependency,
  dotenv,
  file,
  line,
  note,
  template,
} from '@joinery/kit';
import { envExample } from './env-example.ts';
import { envFile } from './env-file.ts';
import { OWN_VARIABLES } from './own-variables.ts';
import { readsDotenv } from './reads-dotenv.ts';
import { zodModule } from './zod-module.ts';

interface Options {
  readonly exampleFile: string;
}

const LATE_FILES =
  '`config/env.ts` reads `.env` as `ConfigModule` does, but before it; other files of its `envFilePath` are read too late for the platform: name one in `withDotenvFile(…)` of `config/env.ts`, or start with `node --env-file`.';

/** The types of the even line below: odd ones are short-lived, and their types are seldom kept. */
function evenLine(version: string): number {
  const line = Number(version.split('.')[0]);
  return line - (line % 2);
}

export default definePlan<Options>({
  statements: ({ host }) => [
    dependency('zod', zodModule(host) === 'zod' ? '^4.0.0' : '^3.25.0'),
    devDependency('@types/node', `^${evenLine(host.node.value)}.0.0`, '>=18'),
    template('config/load-env.ts', 'config/load-env.ts'),
    ...(readsDotenv(host) === 'no' ? [] : [template('config/dotenv-file.ts', 'config/dotenv-file.ts')]),
    ...(readsDotenv(host) === 'framework'
      ? [{ ...dependency('dotenv', '^17.0.0'), accepts: '>=16' }, note(LATE_FILES)]
      : []),
    template('config/env.check.ts', `config/env.${host.tests.suffix}.ts`),
    line('.gitignore', '.env', { absent: 'leave' }),
    line('.dockerignore', '.env', { absent: 'leave' }),
    ...OWN_VARIABLES.map((variable) => contribute('env.variables', variable)),
    contribute('process.preload', { name: 'env', module: '#host/config/env' }),
  ],
  slots: {
    'env.variables': (variables, { host, options }) => [
      ...(variables.some(({ developmentOnly }) => developmentOnly)
        ? [template('config/development-default.ts', 'config/development-default.ts')]
        : []),
      file('config/env.ts', envFile(variables, host)),
      dotenv(options.exampleFile, envExample(variables)),
    ],
  },
});
